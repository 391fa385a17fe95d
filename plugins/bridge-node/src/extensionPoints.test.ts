import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  bridgeEffectsExtensionPoint,
  bridgeRolesExtensionPoint,
  EffectHandler,
  RoleResolver,
} from './index';

const title = { en: 'Lamp', zh: '指示灯' };
const schema = { type: 'object' };

it('a module of another package reaches both extension points of the plugin', async () => {
  const effects: EffectHandler[] = [];
  const sources: RoleResolver[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'bridge',
    register(env) {
      env.registerExtensionPoint(bridgeEffectsExtensionPoint, {
        addEffect: handler => effects.push(handler),
      });
      env.registerExtensionPoint(bridgeRolesExtensionPoint, {
        addRoleSource: resolver => sources.push(resolver),
      });
      env.registerInit({ deps: {}, init: async () => undefined });
    },
  });
  const module = createBackendModule({
    pluginId: 'bridge',
    moduleId: 'plant',
    register(env) {
      env.registerInit({
        deps: {
          own: bridgeEffectsExtensionPoint,
          roles: bridgeRolesExtensionPoint,
        },
        async init({ own, roles }) {
          own.addEffect({ use: 'lamp', title, schema, handle: async () => {} });
          roles.addRoleSource({
            ...{ source: 'roster', title, schema },
            resolve: async () => ['user:default/he.jing'],
          });
        },
      });
    },
  });
  await startTestBackend({ features: [plugin, module] });
  expect(effects).toMatchObject([{ use: 'lamp', title, schema }]);
  expect(sources).toMatchObject([{ source: 'roster' }]);
});
