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

/** Starts two backends on PostgreSQL, or one on files of SQLite. */
export async function startPlant(
  id: DatabaseId,
  chance: Chance,
): Promise<Plant> {
  const name = `tech-bridge-crash-${process.pid}-`;
  const folder = mkdtempSync(join(tmpdir(), name));
  const place = id === 'SQLITE_3' ? onFiles(folder) : await onPostgres();
  const receiver = new Receiver(chance);
  await receiver.open();
  const { origin } = receiver;
  writeFileSync(join(folder, 'people.yaml'), peopleAsYaml());
  mkdirSync(join(folder, WORKFLOWS));
  writeFileSync(join(folder, WORKFLOWS, 'drill.yaml'), drillFor(origin));
  const replicas: BackendProcess[] = [];
  while (replicas.length < place.replicas) {
    replicas.push(backendAt(await freePort(), folder, place, origin));
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
  port: number,
  folder: string,
  place: Place,
  origin: string,
): BackendProcess {
  const address = `http://127.0.0.1:${port}`;
  const config = join(folder, `config-${port}.json`);
  const settings = { folder, address, port, origin };
  writeFileSync(config, JSON.stringify(configFor(place, settings)));
  const log = join(folder, `log-${port}.txt`);
  return new BackendProcess(address, { config, log });
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

async function onPostgres(): Promise<Place> {
  const { client } = await emptyDatabase('POSTGRES_18');
  const { host, port, user, password, database } = client.connectionSettings;
  const connection = { host, port, user, password, database };
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
