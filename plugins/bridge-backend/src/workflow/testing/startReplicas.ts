import { Entity } from '@backstage/catalog-model';
import { ChildProcess, fork } from 'child_process';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import { DatabaseId, emptyDatabase } from '../../testing/databases';
import { startBridgeForTest } from '../../testing/startBridgeForTest';
import { inThisFolder } from './assembly';
import { ReplicaOrder } from './replica';

/** The plugin on one database: on PostgreSQL as two processes. */
export interface Replicas {
  knex: Knex;
  /** Where each of them listens. */
  addresses: string[];
  /** Runs a scheduled task on all of them at once. */
  runTask(task: string): Promise<void>;
  /** Starts one more of them, as after a restart. */
  more(): Promise<string>;
}

interface Options {
  entities: Entity[];
  config: object;
}

const TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';
const children: ChildProcess[] = [];

function addressOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

// The password is hidden from whoever lists the settings.
function configOf({ client }: Knex): Knex.Config {
  const { password } = client.connectionSettings;
  return {
    client: 'pg',
    connection: { ...client.connectionSettings, password },
    pool: { min: 0, max: 10 },
  };
}

// Other messages are those of the compiler, which watches what it loads.
function answerOf<T>(child: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const hear = (message: { [name: string]: unknown }) => {
      if (field in message) {
        stop();
        resolve(message as T);
      } else if ('failure' in message) {
        stop();
        reject(new Error(String(message.failure)));
      }
    };
    const leave = (code: number) => {
      stop();
      reject(new Error(`A replica ended with ${code}`));
    };
    child.on('message', hear);
    child.on('exit', leave);
    function stop() {
      child.off('message', hear);
      child.off('exit', leave);
    }
  });
}

async function runIn(child: ChildProcess, task: string): Promise<void> {
  const done = answerOf(child, 'done');
  child.send({ task });
  await done;
}

async function startProcess(order: ReplicaOrder) {
  const child = fork(inThisFolder('replica.ts'), [], {
    execArgv: ['--require', require.resolve(TRANSFORM)],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  child.send(order);
  const { port } = await answerOf<{ port: number }>(child, 'port');
  return { child, address: addressOf(port) };
}

/** Ends the processes that were started. */
export function stopReplicas(): void {
  for (const child of children.splice(0)) {
    child.disconnect();
  }
}

async function inThisProcess(knex: Knex, options: Options): Promise<Replicas> {
  const start = async () => {
    const bridge = await startBridgeForTest({ knex, ...options });
    const { port } = bridge.server.address() as AddressInfo;
    return { bridge, address: addressOf(port) };
  };
  const { bridge, address } = await start();
  return {
    knex,
    addresses: [address],
    runTask: bridge.runTask,
    more: async () => (await start()).address,
  };
}

async function inTwoProcesses(knex: Knex, options: Options): Promise<Replicas> {
  const order = { knex: configOf(knex), ...options };
  const pair = await Promise.all([startProcess(order), startProcess(order)]);
  return {
    knex,
    addresses: pair.map(({ address }) => address),
    runTask: async task => {
      await Promise.all(pair.map(({ child }) => runIn(child, task)));
    },
    more: async () => (await startProcess(order)).address,
  };
}

/** Starts the plugin; what was started ends with the test file. */
export async function startReplicas(
  id: DatabaseId,
  options: Options,
): Promise<Replicas> {
  const knex = await emptyDatabase(id);
  return id === 'SQLITE_3'
    ? inThisProcess(knex, options)
    : inTwoProcesses(knex, options);
}
