import { NotificationService } from '@backstage/plugin-notifications-node';
import { DefinitionService } from '../DefinitionService';
import { OutboxEffect } from '../hooks';

/** What it takes to tell the owner of a workflow something. @internal */
export interface OwnerNeeds {
  notifications: NotificationService;
  definitions: Pick<DefinitionService, 'inForce'>;
}

/**
 * Tells the owner of a workflow that an effect of an item was given up, where
 * the workflow has one. The reader's language is not known, so it says it in
 * both.
 *
 * @internal
 */
export async function tellOwner(
  needs: OwnerNeeds,
  effect: OutboxEffect,
): Promise<void> {
  const { item, use, dedupeKey } = effect;
  await sendToOwner(needs, effect, {
    title: `${item.key} 的“${use}”多次失败，已停止 · “${use}” of ${item.key} was given up after several tries`,
    scope: `bridge:failed:${dedupeKey}`,
  });
}

/**
 * Sends a notification about an item to the owner of its workflow, if there is
 * one. It says nothing that only the readers of a private item may know.
 *
 * @internal
 */
export async function sendToOwner(
  { notifications, definitions }: OwnerNeeds,
  { item }: OutboxEffect,
  { title, scope }: { title: string; scope: string },
): Promise<void> {
  const { definition } = await definitions.inForce(item.workflow);
  if (definition.owner === undefined) {
    return;
  }
  await notifications.send({
    recipients: { type: 'entity', entityRef: definition.owner },
    payload: {
      ...{ title, scope, link: `/items/${item.key}` },
      ...{ topic: item.workflow, severity: 'high' },
    },
  });
}
