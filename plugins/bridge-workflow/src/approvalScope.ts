import { WorkflowDefinition } from './definition';
import { ItemCondition, WorkItem } from './item';

/**
 * Those who must see to conditions that are not met yet.
 *
 * @param of - the approval state whose conditions are meant; all without it
 * @internal
 */
export function conditionOwners(
  { conditions = [] }: WorkItem,
  of?: string,
): string[] {
  const open = conditions.filter(
    ({ met, state }) => !met && (of === undefined || state === of),
  );
  return [...new Set(open.map(({ owner }) => owner))];
}

/**
 * What expressions know of decisions: of each approval state its conditions,
 * and how many of them are open.
 *
 * @internal
 */
export function approvalScope(
  { states }: WorkflowDefinition,
  { conditions = [] }: WorkItem,
): {
  [state: string]: { conditions: ItemCondition[]; conditionsOpen: number };
} {
  const approvals = Object.keys(states).filter(
    id => states[id].type === 'approval',
  );
  return Object.fromEntries(
    approvals.map(id => {
      const own = conditions.filter(({ state }) => state === id);
      const conditionsOpen = own.filter(({ met }) => !met).length;
      return [id, { conditions: own, conditionsOpen }];
    }),
  );
}
