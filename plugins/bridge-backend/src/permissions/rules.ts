import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SYSTEM,
  SUPER_USER_ROLES,
  SuperUserRole,
} from '@techbridge/plugin-bridge-common';
import { z } from 'zod';
import { ResourceFilter } from './applyCriteria';

/**
 * What a rule needs to know of a system: its IT group and who is appointed
 * today.
 *
 * @public
 */
export interface SystemResource {
  name: string;
  it: string;
  superUsers: { user: string; role: SuperUserRole }[];
}

/**
 * One condition on systems, which the store turns into SQL.
 *
 * @public
 */
export type SystemCondition =
  | { superUser: string; role?: SuperUserRole }
  | { itGroups: string[] };

/** Which systems a permission covers. @internal */
export type SystemFilter = ResourceFilter<SystemCondition>;

/** Enterprise systems as a resource of the permission framework. @public */
export const systemResourceRef = createPermissionResourceRef<
  SystemResource,
  SystemCondition
>().with({ pluginId: 'bridge', resourceType: RESOURCE_TYPE_SYSTEM });

const isSuperUser = createPermissionRule({
  name: 'IS_SUPER_USER',
  description: 'Allow super users of the system, if wished of one role only',
  resourceRef: systemResourceRef,
  paramsSchema: z.object({
    userRef: z.string().describe('The person, as user:default/name'),
    role: z.enum(SUPER_USER_ROLES).optional().describe('lead is A角'),
  }),
  apply: (system, { userRef, role }) =>
    system.superUsers.some(
      superUser =>
        superUser.user === userRef && (!role || superUser.role === role),
    ),
  toQuery: ({ userRef, role }) => ({
    superUser: userRef,
    ...(role && { role }),
  }),
});

const isInItGroup = createPermissionRule({
  name: 'IS_IN_IT_GROUP',
  description: 'Allow members of the IT group of the system',
  resourceRef: systemResourceRef,
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('The groups that the person is in'),
  }),
  apply: (system, { claims }) => claims.includes(system.it),
  toQuery: ({ claims }) => ({ itGroups: claims }),
});

/** The rules for systems. @public */
export const systemRules = { isSuperUser, isInItGroup };

const exportsForPolicies = createConditionExports({
  resourceRef: systemResourceRef,
  rules: systemRules,
});

/**
 * Conditions for a permission policy:
 * `systemConditions.isSuperUser({userRef, role: 'lead'})` and
 * `systemConditions.isInItGroup({claims})`.
 *
 * @public
 */
export const systemConditions = exportsForPolicies.conditions;

/** Makes a policy's decision of such conditions. @public */
export const createSystemConditionalDecision =
  exportsForPolicies.createConditionalDecision;
