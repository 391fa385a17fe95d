import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { bridgePermissions } from '@techbridge/plugin-bridge-common';
import { ExamplePolicy } from './examplePolicy';

const OFFICE = 'group:default/programme-office';
const IT = 'group:default/information-technology';

async function decisions(user: string, groups: string[]) {
  const policy = new ExamplePolicy(
    mockServices.userInfo.mock({
      getUserInfo: async () => ({
        userEntityRef: user,
        ownershipEntityRefs: groups,
      }),
    }),
  );
  const credentials = mockCredentials.user(user);
  const entries = bridgePermissions.map(async permission => [
    permission.name,
    await policy.handle(
      { permission },
      {
        credentials,
        info: { userEntityRef: user, ownershipEntityRefs: groups },
      },
    ),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

const ALLOW = { result: 'ALLOW' };
const DENY = { result: 'DENY' };

describe('the example policy', () => {
  it('lets everybody read, and the facts be changed on conditions', async () => {
    const user = 'user:default/he.jing';
    expect(await decisions(user, [IT])).toEqual({
      'bridge.system.read': ALLOW,
      'bridge.system.create': DENY,
      'bridge.system.delete': DENY,
      'bridge.super-user.appoint': DENY,
      'bridge.item.read': ALLOW,
      'bridge.item.create': ALLOW,
      'bridge.item.act': ALLOW,
      'bridge.item.note': DENY,
      'bridge.workflow.manage': DENY,
      'bridge.operations.manage': DENY,
      'bridge.workflow.publish': DENY,
      'bridge.delegation.manage': DENY,
      'bridge.meeting.manage': DENY,
      'bridge.recognition.read': ALLOW,
      'bridge.recognition.manage': DENY,
      'bridge.system.update': {
        result: 'CONDITIONAL',
        pluginId: 'bridge',
        resourceType: 'bridge-system',
        conditions: {
          anyOf: [
            {
              rule: 'IS_SUPER_USER',
              resourceType: 'bridge-system',
              params: { userRef: user, role: 'lead' },
            },
            {
              rule: 'IS_IN_IT_GROUP',
              resourceType: 'bridge-system',
              params: { claims: [IT] },
            },
          ],
        },
      },
    });
  });

  it('lets the programme office register, take out and appoint', async () => {
    const user = 'user:default/lin.xiaolan';
    expect(await decisions(user, [OFFICE])).toMatchObject({
      'bridge.system.read': ALLOW,
      'bridge.system.create': ALLOW,
      'bridge.system.update': { result: 'CONDITIONAL' },
      'bridge.system.delete': ALLOW,
      'bridge.super-user.appoint': ALLOW,
      'bridge.workflow.manage': ALLOW,
      'bridge.operations.manage': ALLOW,
      'bridge.item.note': ALLOW,
      'bridge.workflow.publish': ALLOW,
      'bridge.delegation.manage': ALLOW,
      'bridge.meeting.manage': ALLOW,
      'bridge.recognition.manage': ALLOW,
    });
  });

  it('lets the chair put into force what the programme office has drafted', async () => {
    const user = 'user:default/zhou.qiming';
    expect(
      await decisions(user, [IT, 'group:default/itrb-chair']),
    ).toMatchObject({
      'bridge.workflow.manage': DENY,
      'bridge.operations.manage': DENY,
      'bridge.workflow.publish': ALLOW,
      'bridge.meeting.manage': ALLOW,
    });
  });
});
