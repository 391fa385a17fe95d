import { NotificationService } from '@backstage/plugin-notifications-node';
import { Language, Title } from '@techbridge/plugin-bridge-common';
import { EffectHandler, OutboxEffect } from '../hooks';
import { ReaderStore } from '../ReaderStore';

/** The texts of notifications, by template. @internal */
export type NotificationTexts = Map<string, { title: Title }>;

/**
 * Tells people through Backstage's notifications. Nobody hears of what they
 * did themselves, and of a private item only its readers hear. The same effect sent again replaces its notification.
 *
 * @internal
 */
export class NotifyEffect implements EffectHandler {
  readonly use = 'notify';

  constructor(
    private readonly parts: {
      notifications: NotificationService;
      texts: NotificationTexts;
      readers: Pick<ReaderStore, 'among'>;
      nameOf: (ref: string) => Promise<string>;
    },
  ) {}

  async handle(effect: OutboxEffect): Promise<void> {
    const others = peopleIn(effect).filter(one => one !== effect.actor);
    const { readers } = this.parts;
    const to =
      others.length === 0 || effect.recorded
        ? []
        : await readers.among(effect.item.id, others);
    if (to.length === 0) {
      return;
    }
    await this.parts.notifications.send({
      recipients: { type: 'entity', entityRef: to },
      payload: {
        title: await this.title(effect),
        link: `/items/${effect.item.key}`,
        topic: effect.item.workflow,
        scope: `bridge:${effect.dedupeKey}`,
        severity: 'normal',
      },
    });
  }

  // The reader's language is not known here, so a title says it in both.
  private async title(effect: OutboxEffect): Promise<string> {
    const text = this.parts.texts.get(String(effect.with.template))?.title;
    const { key, title } = effect.item;
    const actor = await this.parts.nameOf(effect.actor);
    const state = effect.with.state as Title | undefined;
    const fill = (language: Language) =>
      (text ? text[language] : '{title} ({key})')
        .replace('{key}', key)
        .replace('{title}', () => title)
        .replace('{state}', () => state?.[language] ?? '')
        .replace('{actor}', () => actor);
    return `${fill('zh')} · ${fill('en')}`;
  }
}

/** The people whom the workflow meant when it set this off. */
function peopleIn({ with: { to } }: OutboxEffect): string[] {
  const names = [to].flat().map(String);
  return [...new Set(names)].filter(ref => ref.startsWith('user:'));
}
