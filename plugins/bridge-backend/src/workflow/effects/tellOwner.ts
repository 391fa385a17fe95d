import { NotificationService } from '@backstage/plugin-notifications-node';
import { DefinitionService } from '../DefinitionService';
import { OutboxEffect } from '../hooks';

/**
 * Tells the owner of a workflow that an effect of an item was given up, where
 * the workflow has one. The reader's language is not known, so it says it in
 * both.
 *
 * @internal
 */
export async function tellOwner(
  { platform }: { platform: { notifications: NotificationService } },
  { definitions }: { definitions: DefinitionService },
  { item, use, dedupeKey }: OutboxEffect,
): Promise<void> {
  const { definition } = await definitions.inForce(item.workflow);
  if (definition.owner === undefined) {
    return;
  }
  const { key } = item;
  await platform.notifications.send({
    recipients: { type: 'entity', entityRef: definition.owner },
    payload: {
      title: `${key} 的“${use}”多次失败，已停止 · “${use}” of ${key} was given up after several tries`,
      link: `/items/${key}`,
      topic: item.workflow,
      severity: 'high',
      scope: `bridge:failed:${dedupeKey}`,
    },
  });
}
