import { bridgePermissions, endpoints } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { Clock } from './database/Clock';
import { migrate } from './database/migrate';
import { startDemo } from './demo/startDemo';
import { createRouter } from './http/createRouter';
import { systemResourceRef, systemRules } from './permissions/rules';
import { Platform } from './platform';
import { BridgeSettings, readSettings } from './readSettings';
import { buildRegistry, Registry } from './registry/buildRegistry';
import { addRegistryRoutes } from './registry/routes';

const VERSION = '0.1.0';

/** Puts the rooms together and starts the plugin. @internal */
export async function startBridge(platform: Platform): Promise<void> {
  const settings = readSettings(platform.config);
  const knex = await migrate(platform.database);
  const clock = new Clock(knex, settings.timeZone);
  await refuseDemoInProduction(settings, clock);
  const registry = registerAndBuild(platform, settings, knex, clock);
  addRoutes(platform, registry);
  await scheduleMirror(platform, registry);
  if (settings.demoFolder) {
    startDemo(settings.demoFolder, platform, { registry, knex, clock });
  }
}

async function refuseDemoInProduction(
  { demoFolder }: BridgeSettings,
  clock: Clock,
): Promise<void> {
  if (process.env.NODE_ENV !== 'production') {
    return;
  }
  if (demoFolder || (await clock.isShifted())) {
    throw new Error(
      'The demo factory and its clock are not for production. Take bridge.demo out of the configuration and use a database of its own.',
    );
  }
}

function registerAndBuild(
  platform: Platform,
  settings: BridgeSettings,
  knex: Knex,
  clock: Clock,
): Registry {
  const { permissionsRegistry } = platform;
  const resources: { registry?: Registry } = {};
  permissionsRegistry.addPermissions(
    bridgePermissions.filter(permission => permission.type === 'basic'),
  );
  permissionsRegistry.addResourceType({
    resourceRef: systemResourceRef,
    permissions: bridgePermissions.filter(
      permission => permission.type === 'resource',
    ),
    rules: Object.values(systemRules),
    getResources: async names =>
      resources.registry?.resources(names) ?? names.map(() => undefined),
  });
  resources.registry = buildRegistry(platform, settings, knex, clock);
  return resources.registry;
}

function addRoutes(
  { httpRouter, httpAuth, logger }: Platform,
  registry: Registry,
): void {
  const router = createRouter({
    endpoints,
    version: VERSION,
    logger,
    addRoutes: target =>
      addRegistryRoutes({ router: target, httpAuth }, registry.services),
  });
  httpRouter.use(router);
  httpRouter.addAuthPolicy({ path: '/openapi.json', allow: 'unauthenticated' });
}

async function scheduleMirror(
  { scheduler }: Platform,
  { mirror }: Registry,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'bridge-mirror-systems',
    frequency: { seconds: 60 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 5 },
    fn: () => mirror.refresh(),
  });
  await scheduler.scheduleTask({
    id: 'bridge-mirror-people',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: () => mirror.refreshPeople(),
  });
}
