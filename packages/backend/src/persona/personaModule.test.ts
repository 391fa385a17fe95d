import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authBackend from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import personaModule from './personaModule';

const entities = ['ma.jun', 'tang.ting'].map((name, index) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name,
    annotations: {
      'techbridge.io/title-zh': '某人',
      'techbridge.io/role-zh': '角色',
      'techbridge.io/role-en': 'Role',
      'techbridge.io/persona-order': String(9 - index),
    },
  },
  spec: { memberOf: [] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/warehouse' }],
}));

const features = [
  authBackend,
  personaModule,
  catalogServiceMock.factory({ entities }),
  mockServices.rootConfig.factory({
    data: {
      app: { baseUrl: 'http://localhost:3000' },
      auth: { providers: { persona: {} } },
    },
  }),
];

describe('persona sign-in', () => {
  it('lists the people and signs in as the one that is named', async () => {
    const { server } = await startTestBackend({ features });
    const people = await request(server).get('/api/auth/persona/people');
    expect(people.body.items).toEqual([
      {
        ref: 'user:default/tang.ting',
        title: { en: 'tang.ting', zh: '某人' },
        role: { en: 'Role', zh: '角色' },
        systems: [],
      },
      expect.objectContaining({ ref: 'user:default/ma.jun' }),
    ]);
    const refresh = (persona: string) =>
      request(server)
        .get('/api/auth/persona/refresh')
        .set('x-persona', persona);
    const { body } = await refresh('user:default/ma.jun');
    expect(body.backstageIdentity.identity).toMatchObject({
      type: 'user',
      userEntityRef: 'user:default/ma.jun',
      ownershipEntityRefs: ['user:default/ma.jun', 'group:default/warehouse'],
    });
    expect(body.backstageIdentity.token).toMatch(/^ey/);
    expect((await refresh('user:default/nobody')).status).toBe(404);
    expect((await refresh('nonsense')).status).toBe(401);
  });

  it('refuses to start in production', async () => {
    const before = process.env.NODE_ENV;
    process.env = { ...process.env, NODE_ENV: 'production' };
    try {
      await expect(startTestBackend({ features })).rejects.toThrow(
        /refused in production/,
      );
    } finally {
      process.env = { ...process.env, NODE_ENV: before };
    }
  });
});
