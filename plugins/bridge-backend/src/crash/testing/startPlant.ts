import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'fs';
import createKnex, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join } from 'path';
import { DatabaseId, emptyDatabase } from '../../testing/databases';
import { BackendProcess } from './BackendProcess';
import { Callers } from './Callers';
import { Chance } from './Chance';
import { CrashingPostgres } from './CrashingPostgres';
import { freePort } from './freePort';
import { MANAGER, WRITERS } from './people';
import { Receiver } from './Receiver';

/** Backends on one database, with the system that they tell of effects. */
export interface Plant {
  replicas: BackendProcess[];
  /** The tables of the bridge, past the backends. */
  knex: Knex;
  receiver: Receiver;
  callers: Callers;
  /** Signs everybody in. */
  signIn(): Promise<void>;
  /** Lets time pass for everybody, so that leases end and timers fall due. */
  passTime(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

const WORKFLOWS = 'workflows';

const DRILL = resolvePackagePath(
  '@techbridge/plugin-bridge-backend',
  'src/crash/testing/drill.yaml',
);

interface Place {
  /** How the backends reach their databases. */
  database: object;
  /** How the tests reach the tables of the bridge. */
  knex: Knex.Config;
  replicas: number;
}

/**
 * Starts two backends on PostgreSQL, or one on files of SQLite.
 *
 * @param on - one of the databases of all tests, or a server of its own
 */
export async function startPlant(
  on: DatabaseId | CrashingPostgres,
  chance: Chance,
  program: string,
): Promise<Plant> {
  const name = `tech-bridge-crash-${process.pid}-`;
  const folder = mkdtempSync(join(tmpdir(), name));
  const place = await placeOn(on, folder);
  const receiver = new Receiver(chance);
  await receiver.open();
  const { origin } = receiver;
  writeFileSync(join(folder, 'people.yaml'), peopleAsYaml());
  mkdirSync(join(folder, WORKFLOWS));
  writeFileSync(join(folder, WORKFLOWS, 'drill.yaml'), drillFor(origin));
  const replicas: BackendProcess[] = [];
  while (replicas.length < place.replicas) {
    const settings = { folder, origin, port: await freePort() };
    replicas.push(backendAt(program, place, settings));
  }
  await Promise.all(replicas.map(one => one.start()));
  const callers = new Callers(() => replicas.map(({ address }) => address));
  const knex = createKnex(place.knex);
  return {
    ...{ replicas, knex, receiver, callers },
    signIn: () => callers.signIn([...WRITERS, MANAGER]),
    passTime: async milliseconds => {
      await knex('clock').increment('offset_ms', milliseconds);
    },
    async stop() {
      await Promise.all(replicas.map(one => one.kill()));
      await receiver.close();
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function backendAt(
  program: string,
  place: Place,
  given: { folder: string; port: number; origin: string },
): BackendProcess {
  const { folder, port } = given;
  const address = `http://127.0.0.1:${port}`;
  const config = join(folder, `config-${port}.json`);
  const settings = configFor(place, { ...given, address });
  writeFileSync(config, JSON.stringify(settings));
  const log = join(folder, `log-${port}.txt`);
  return new BackendProcess(address, { program, config, log });
}

async function placeOn(
  on: DatabaseId | CrashingPostgres,
  folder: string,
): Promise<Place> {
  if (on instanceof CrashingPostgres) {
    return onPostgres(on.address);
  }
  return on === 'SQLITE_3' ? onFiles(folder) : onEmptyPostgres();
}

function onFiles(folder: string): Place {
  const client = 'better-sqlite3';
  return {
    database: { client, connection: { directory: folder } },
    knex: {
      client,
      connection: { filename: join(folder, 'bridge.sqlite') },
      useNullAsDefault: true,
    },
    replicas: 1,
  };
}

async function onEmptyPostgres(): Promise<Place> {
  const { client } = await emptyDatabase('POSTGRES_18');
  const { host, port, user, password, database } = client.connectionSettings;
  return onPostgres({ host, port, user, password, database });
}

function onPostgres(connection: object | string): Place {
  const pool = { min: 0, max: 10 };
  return {
    database: {
      ...{ client: 'pg', connection, pluginDivisionMode: 'schema' },
      knexConfig: { pool },
    },
    knex: { client: 'pg', connection, searchPath: ['bridge'] },
    replicas: 2,
  };
}

function configFor(
  { database }: Place,
  given: { folder: string; address: string; port: number; origin: string },
): object {
  const { folder, address, port, origin } = given;
  return {
    app: { baseUrl: address },
    auth: { providers: { persona: {} } },
    backend: {
      baseUrl: address,
      listen: { host: '127.0.0.1', port },
      database,
    },
    bridge: {
      calendar: { timeZone: 'Asia/Shanghai' },
      webhooks: [{ origin, secret: 'not told to anybody' }],
      workflows: { folders: [join(folder, WORKFLOWS)] },
    },
    catalog: {
      processingInterval: { minutes: 10 },
      rules: [{ allow: ['Group', 'User'] }],
      locations: [{ type: 'file', target: join(folder, 'people.yaml') }],
    },
    permission: { enabled: true },
  };
}

function drillFor(origin: string): string {
  const file = readFileSync(DRILL, 'utf8');
  return file.replaceAll('RECEIVER', origin);
}

function peopleAsYaml(): string {
  const office = 'programme-office';
  const group = {
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Group' },
    metadata: { name: office },
    spec: { type: 'team', children: [], members: [MANAGER] },
  };
  const people = [...WRITERS, MANAGER].map(name => ({
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
    metadata: { name },
    spec: { memberOf: name === MANAGER ? [office] : [] },
  }));
  return [group, ...people].map(one => JSON.stringify(one)).join('\n---\n');
}
