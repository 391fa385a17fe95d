import { NotificationService } from '@backstage/plugin-notifications-node';
import { directoryNeeds, rolePeople } from '@techbridge/bridge-workflow';
import { Language, Title } from '@techbridge/plugin-bridge-common';
import { DefinitionService } from '../DefinitionService';
import { DirectoryReader, EffectHandler, OutboxEffect } from '../hooks';
import { ItemQueryStore } from '../ItemQueryStore';
import { ItemRecord } from '../records';

/** The texts of notifications, by template. @internal */
export type NotificationTexts = Map<string, { title: Title }>;

/**
 * Tells people through Backstage's notifications. Nobody hears of what they
 * did themselves. The same effect sent again replaces its notification.
 *
 * @internal
 */
export class NotifyEffect implements EffectHandler {
  readonly use = 'notify';

  constructor(
    private readonly parts: {
      notifications: NotificationService;
      texts: NotificationTexts;
      items: ItemQueryStore;
      definitions: DefinitionService;
      directories: DirectoryReader;
      nameOf: (ref: string) => Promise<string>;
    },
  ) {}

  async handle(effect: OutboxEffect): Promise<void> {
    const { items, notifications } = this.parts;
    const record = await items.get(effect.item.key, 'all', effect.at);
    if (!record || effect.recorded) {
      return;
    }
    const people = await this.recipients(record, effect);
    const others = people.filter(person => person !== effect.actor);
    if (others.length === 0) {
      return;
    }
    await notifications.send({
      recipients: { type: 'entity', entityRef: others },
      payload: {
        title: await this.title(effect),
        link: `/items/${effect.item.key}`,
        topic: effect.item.workflow,
        scope: `bridge:${effect.dedupeKey}`,
        severity: 'normal',
      },
    });
  }

  private async recipients(
    record: ItemRecord,
    { with: { to }, at }: OutboxEffect,
  ): Promise<string[]> {
    const { item } = record;
    const { id, version } = item.workflow;
    const definition = await this.parts.definitions.version(id, version);
    const needs = directoryNeeds(definition, item.data);
    const directory = await this.parts.directories.read(needs, at);
    const people = [to].flat().flatMap(target => {
      const name = String(target);
      if (name === 'voters') {
        return votersOf(record);
      }
      return name.startsWith('role:')
        ? rolePeople(definition, name.slice(5), item, directory)
        : [name];
    });
    return [...new Set(people)].filter(ref => ref.startsWith('user:'));
  }

  // The reader's language is not known here, so a title says it in both.
  private async title(effect: OutboxEffect): Promise<string> {
    const text = this.parts.texts.get(String(effect.with.template))?.title;
    const { key, title } = effect.item;
    const actor = await this.parts.nameOf(effect.actor);
    const fill = (language: Language) =>
      (text ? text[language] : '{title} ({key})')
        .replace('{key}', key)
        .replace('{title}', () => title)
        .replace('{actor}', () => actor);
    return `${fill('zh')} · ${fill('en')}`;
  }
}

function votersOf({ item }: ItemRecord): string[] {
  return item.boards
    .filter(({ status }) => status === 'open')
    .flatMap(({ electorate, recused }) =>
      electorate
        .map(({ ref }) => ref)
        .filter(ref => !recused.some(({ voter }) => voter === ref)),
    );
}
