import { endpoints } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { buildRooms, Rooms } from './buildRooms';
import { Clock } from './database/Clock';
import { migrate } from './database/migrate';
import { startDemo } from './demo/startDemo';
import { addExportRoutes } from './exports/routes';
import { createRouter } from './http/createRouter';
import { addLibraryRoutes } from './library/routes';
import { registerPermissions } from './permissions/registerPermissions';
import { Platform } from './platform';
import { BridgeSettings, readSettings } from './readSettings';
import { addRecognitionRoutes } from './recognition/routes';
import { Registry } from './registry/buildRegistry';
import { addRegistryRoutes } from './registry/routes';
import { addMeetingRoutes } from './review/meetings/routes';
import { addReviewRoutes } from './review/routes';
import { Workflow } from './workflow/buildWorkflow';
import { addAttachmentRoutes } from './workflow/attachments/routes';
import { addFollowingRoutes } from './workflow/following/routes';
import { addWorkflowRoutes } from './workflow/routes';
import { addMigrationRoutes } from './workflow/migrations/routes';
import { addOperationsRoutes } from './workflow/operations/routes';
import { addPlayRoutes, addVersionRoutes } from './workflow/versions/routes';

const VERSION = '0.1.0';

/** Puts the rooms together and starts the plugin. @internal */
export async function startBridge(platform: Platform): Promise<void> {
  const settings = readSettings(platform.config);
  const knex = await migrate(platform.database);
  const clock = new Clock(knex, settings.timeZone);
  await refuseDemoInProduction(settings, clock);
  const rooms = await registerAndBuild(platform, settings, knex, clock);
  await rooms.workflow.services.definitions.reload();
  addRoutes(platform, rooms);
  await scheduleMirror(platform, rooms.registry);
  await scheduleWorker(platform, rooms.workflow);
  await scheduleSources(platform, rooms.workflow);
  if (settings.demoFolder) {
    startDemo(settings.demoFolder, platform, { rooms, knex, clock });
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

async function registerAndBuild(
  platform: Platform,
  settings: BridgeSettings,
  knex: Knex,
  clock: Clock,
): Promise<Rooms> {
  const built: { rooms?: Rooms } = {};
  const unknown = (keys: string[]) => keys.map(() => undefined);
  registerPermissions(platform.permissionsRegistry, {
    systems: async names =>
      built.rooms?.registry.resources(names) ?? unknown(names),
    items: async keys =>
      built.rooms?.workflow.services.items.resources(keys) ?? unknown(keys),
  });
  built.rooms = await buildRooms(platform, settings, knex, clock);
  return built.rooms;
}

function addRoutes(
  { httpRouter, httpAuth, logger }: Platform,
  rooms: Rooms,
): void {
  const { registry, workflow, library, recognition, review, meetings } = rooms;
  const router = createRouter({
    endpoints,
    version: VERSION,
    logger,
    addRoutes: target => {
      const context = { router: target, httpAuth };
      addRegistryRoutes(context, registry.services);
      addWorkflowRoutes(context, workflow.services);
      addVersionRoutes(context, workflow.versions);
      addPlayRoutes(context, workflow.plays);
      addMigrationRoutes(context, workflow.migrations);
      addOperationsRoutes(context, workflow);
      addAttachmentRoutes(context, workflow.attachments);
      addFollowingRoutes(context, workflow.following);
      addLibraryRoutes(context, library);
      addRecognitionRoutes(context, recognition);
      addReviewRoutes(context, review);
      addMeetingRoutes(context, meetings);
      addExportRoutes(context, rooms.exports);
    },
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

// Every replica looks: what is due is a row, and a row is taken once.
async function scheduleWorker(
  { scheduler }: Platform,
  { worker, assignees, stuck }: Workflow,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'bridge-work',
    frequency: { seconds: 5 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 5 },
    scope: 'local',
    fn: () => worker.run(),
  });
  await scheduler.scheduleTask({
    id: 'bridge-stuck',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 2 },
    fn: () => stuck.run(),
  });
  await scheduler.scheduleTask({
    id: 'bridge-clean',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    fn: () => worker.clean(),
  });
  // Each replica keeps in mind for which day it has looked.
  await scheduler.scheduleTask({
    id: 'bridge-assignees',
    frequency: { seconds: 60 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 20 },
    scope: 'local',
    fn: () => assignees.run(),
  });
}

async function scheduleSources(
  { scheduler, extensions }: Platform,
  { assignees }: Workflow,
): Promise<void> {
  if (extensions.roleSources.length > 0) {
    await scheduler.scheduleTask({
      id: 'bridge-role-sources',
      frequency: { seconds: 60 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 40 },
      fn: () => assignees.followSources(),
    });
  }
}
