import {
  coreServices,
  createBackendFeatureLoader,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Client, ClientConfig } from 'pg';
import { setTimeout } from 'timers/promises';

// Any fixed number; it only has to differ from other programs' locks.
const START_LOCK = 7_212_519_000;
const WAIT_SECONDS = 120;
const POLL_MS = 500;

/**
 * One lock on PostgreSQL from before the first migration until the backend is
 * ready. Replicas that start at once on an empty database come up one after
 * the other, instead of failing on each other's migrations. It ends with the
 * connection, so a crash leaves nothing behind.
 */
export function createStartLock() {
  let client: Client | undefined;
  const feature = createBackendFeatureLoader({
    deps: { config: coreServices.rootConfig, logger: coreServices.rootLogger },
    async loader({ config, logger }) {
      client = await acquire(config, logger);
      return [];
    },
  });
  const release = async () => client?.end();
  return { feature, release };
}

async function acquire(
  config: RootConfigService,
  logger: LoggerService,
): Promise<Client | undefined> {
  const database = config.getOptionalConfig('backend.database');
  if (database?.getOptionalString('client') !== 'pg') {
    return undefined;
  }
  const client = new Client(connectionOf(database));
  await client.connect();
  await waitForTurn(client, logger);
  return client;
}

// Asking again and again instead of standing in line: a statement that waits is
// an open transaction, and the `CREATE INDEX CONCURRENTLY` of a migration would
// wait for it in turn, so that neither replica came up.
async function waitForTurn(
  client: Client,
  logger: LoggerService,
): Promise<void> {
  const deadline = Date.now() + WAIT_SECONDS * 1_000;
  for (let told = false; ; told = true) {
    const { rows } = await client.query(
      'SELECT pg_try_advisory_lock($1) AS mine',
      [START_LOCK],
    );
    if (rows[0].mine) {
      return;
    }
    if (!told) {
      logger.info('Another replica is starting; this one waits for it');
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Another replica has been starting for ${WAIT_SECONDS} seconds. Look at its log, then start this one again.`,
      );
    }
    await setTimeout(POLL_MS);
  }
}

// The same default database as the platform's own connections.
function connectionOf(database: Config): ClientConfig {
  const connection = database.get<string | ClientConfig>('connection');
  return typeof connection === 'string'
    ? { connectionString: connection }
    : { database: 'postgres', ...connection };
}
