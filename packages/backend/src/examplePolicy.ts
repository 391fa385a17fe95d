import {
  coreServices,
  createBackendModule,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createSystemConditionalDecision,
  systemConditions,
} from '@techbridge/plugin-bridge-backend';
import {
  delegationManagePermission,
  itemNotePermission,
  meetingManagePermission,
  operationsManagePermission,
  recognitionManagePermission,
  superUserAppointPermission,
  systemCreatePermission,
  systemDeletePermission,
  systemUpdatePermission,
  workflowManagePermission,
  workflowPublishPermission,
} from '@techbridge/plugin-bridge-common';

const PROGRAMME_OFFICE = 'group:default/programme-office';
const BOARD_CHAIR = 'group:default/itrb-chair';
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * An example: everybody reads, reports and takes part, as far as the workflow
 * gives them a role; the programme office registers systems, takes them out,
 * appoints, enters absences of others, looks after what goes on by itself, reads
 * internal notes and drafts versions of workflows; the chair of the review board, or somebody else
 * of the programme office, puts these into force and plans review meetings; the
 * lead (A角) and the members of the IT group change the
 * facts of their system.
 */
export class ExamplePolicy implements PermissionPolicy {
  constructor(private readonly userInfo: UserInfoService) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const forProgrammeOffice =
      isPermission(permission, systemCreatePermission) ||
      isPermission(permission, systemDeletePermission) ||
      isPermission(permission, superUserAppointPermission) ||
      isPermission(permission, workflowManagePermission) ||
      isPermission(permission, delegationManagePermission) ||
      isPermission(permission, operationsManagePermission) ||
      isPermission(permission, itemNotePermission) ||
      isPermission(permission, recognitionManagePermission);
    if (forProgrammeOffice) {
      const { groups } = await this.whoIs(user);
      return groups.includes(PROGRAMME_OFFICE) ? ALLOW : DENY;
    }
    const forOfficeAndChair =
      isPermission(permission, workflowPublishPermission) ||
      isPermission(permission, meetingManagePermission);
    if (forOfficeAndChair) {
      const { groups } = await this.whoIs(user);
      const may = [PROGRAMME_OFFICE, BOARD_CHAIR];
      return groups.some(group => may.includes(group)) ? ALLOW : DENY;
    }
    if (isPermission(permission, systemUpdatePermission)) {
      const { userRef, groups } = await this.whoIs(user);
      return createSystemConditionalDecision(permission, {
        anyOf: [
          systemConditions.isSuperUser({ userRef, role: 'lead' }),
          systemConditions.isInItGroup({ claims: groups }),
        ],
      });
    }
    return ALLOW;
  }

  private async whoIs(user?: PolicyQueryUser) {
    if (!user) {
      return { userRef: '', groups: [] };
    }
    const info = await this.userInfo.getUserInfo(user.credentials);
    return {
      userRef: info.userEntityRef,
      groups: info.ownershipEntityRefs,
    };
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'example-policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy(new ExamplePolicy(userInfo));
      },
    });
  },
});
