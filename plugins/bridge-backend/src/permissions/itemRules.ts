import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ITEM } from '@techbridge/plugin-bridge-common';
import { z } from 'zod';
import { ResourceFilter } from './applyCriteria';

/** What a rule needs to know of a work item. @public */
export interface ItemResource {
  key: string;
  createdBy: string;
  assignees: string[];
  /** The super users of its system today. */
  superUsers: string[];
}

/** One condition on work items, which the store turns into SQL. @public */
export type ItemCondition =
  | { creator: string }
  | { assignee: string }
  | { superUserOfSystem: string }
  /** Not private, or private and open to this reader. */
  | { openTo: string };

/** Which items a permission covers. @internal */
export type ItemFilter = ResourceFilter<ItemCondition>;

/** Work items as a resource of the permission framework. @public */
export const itemResourceRef = createPermissionResourceRef<
  ItemResource,
  ItemCondition
>().with({ pluginId: 'bridge', resourceType: RESOURCE_TYPE_ITEM });

const paramsSchema = z.object({
  userRef: z.string().describe('The person, as user:default/name'),
});

const isReporter = createPermissionRule({
  name: 'IS_REPORTER',
  description: 'Allow whoever made the item',
  resourceRef: itemResourceRef,
  paramsSchema,
  apply: ({ createdBy }, { userRef }) => createdBy === userRef,
  toQuery: ({ userRef }) => ({ creator: userRef }),
});

const isAssignee = createPermissionRule({
  name: 'IS_ASSIGNEE',
  description: 'Allow those for whom the item waits',
  resourceRef: itemResourceRef,
  paramsSchema,
  apply: ({ assignees }, { userRef }) => assignees.includes(userRef),
  toQuery: ({ userRef }) => ({ assignee: userRef }),
});

const isSuperUserOfSystem = createPermissionRule({
  name: 'IS_SUPER_USER_OF_SYSTEM',
  description: 'Allow super users of the system that the item is about',
  resourceRef: itemResourceRef,
  paramsSchema,
  apply: ({ superUsers }, { userRef }) => superUsers.includes(userRef),
  toQuery: ({ userRef }) => ({ superUserOfSystem: userRef }),
});

/** The rules for work items. @public */
export const itemRules = { isReporter, isAssignee, isSuperUserOfSystem };

const exportsForPolicies = createConditionExports({
  resourceRef: itemResourceRef,
  rules: itemRules,
});

/** Conditions on work items, for a policy. @public */
export const itemConditions = exportsForPolicies.conditions;

/** A conditional decision on work items, for a policy. @public */
export const createItemConditionalDecision =
  exportsForPolicies.createConditionalDecision;
