import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import {
  buildRooms,
  Rooms,
} from '../../../plugins/bridge-backend/src/buildRooms';
import { Clock } from '../../../plugins/bridge-backend/src/database/Clock';
import { Extensions } from '../../../plugins/bridge-backend/src/extensions/Extensions';
import { Platform } from '../../../plugins/bridge-backend/src/platform';
import { readSettings } from '../../../plugins/bridge-backend/src/readSettings';
import {
  allowingPermissions,
  anybody,
  emptyRegistry,
} from '../backend/allowingPermissions';

const config = new ConfigReader({
  bridge: { calendar: { timeZone: 'Asia/Shanghai' } },
});

const report = (message: string, meta?: unknown) =>
  process.stderr.write(`  ${message} ${meta ?? ''}\n`);

/** A logger that tells of what goes wrong only. @internal */
export const reportingLogger: LoggerService = {
  error: report,
  warn: report,
  info: () => undefined,
  debug: () => undefined,
  child: () => reportingLogger,
};

/** A catalog in which everybody and everything is to be found. */
const catalog = {
  getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
    items: entityRefs.map(ref => ({
      apiVersion: 'backstage.io/v1alpha1',
      ...{ kind: 'Group', metadata: { name: ref.split('/')[1] } },
    })),
  }),
} as unknown as CatalogService;

/** The platform as far as commands need it; nobody hears of anything. */
const platform = {
  auth: { getOwnServiceCredentials: async () => anybody },
  catalog,
  config,
  discovery: {},
  extensions: new Extensions(),
  events: { publish: async () => undefined, subscribe: async () => undefined },
  logger: reportingLogger,
  notifications: { send: async () => undefined },
  permissions: allowingPermissions,
  permissionsRegistry: emptyRegistry,
  signals: { publish: async () => undefined },
} as unknown as Platform;

/**
 * The rooms of the plugin on a database, with the shipped workflows in force:
 * all as in production, except that the platform around them answers at once.
 *
 * @internal
 */
export async function openRooms(knex: Knex): Promise<Rooms> {
  const settings = readSettings(config);
  const clock = new Clock(knex, settings.timeZone);
  const rooms = await buildRooms(platform, settings, knex, clock);
  await rooms.workflow.services.definitions.reload();
  return rooms;
}
