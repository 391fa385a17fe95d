import { NotificationService } from '@backstage/plugin-notifications-node';
import { Title } from '@techbridge/plugin-bridge-common';
import { DefinitionService } from '../DefinitionService';
import { EffectHandler, OutboxEffect } from '../hooks';

/**
 * Tells the owner of a workflow that nobody can act on one of its items, where
 * the workflow has an owner. It names the key and not the title, because the
 * item may be private.
 *
 * @internal
 */
export class TellStuckEffect implements EffectHandler {
  readonly use = 'tellStuck';

  constructor(
    private readonly parts: {
      definitions: DefinitionService;
      notifications: NotificationService;
    },
  ) {}

  async handle({ item, with: wish, ...effect }: OutboxEffect): Promise<void> {
    const { definitions, notifications } = this.parts;
    const { definition } = await definitions.inForce(item.workflow);
    if (definition.owner === undefined || effect.recorded) {
      return;
    }
    await notifications.send({
      recipients: { type: 'entity', entityRef: definition.owner },
      payload: {
        title: titleFor(item.key, wish.roles as Title[]),
        link: `/items/${item.key}`,
        topic: item.workflow,
        severity: 'high',
        scope: `bridge:${effect.dedupeKey}`,
      },
    });
  }
}

// The reader's language is not known, so it is said in both.
function titleFor(key: string, roles: Title[]): string {
  const names = {
    zh: roles.map(({ zh }) => zh).join('、'),
    en: roles.map(({ en }) => en).join(', '),
  };
  return `${key} 没有人可以处理（${names.zh}），请为其安排人员 · Nobody can act on ${key} (${names.en}); please see to it that somebody can`;
}
