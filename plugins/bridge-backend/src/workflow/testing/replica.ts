import { Entity } from '@backstage/catalog-model';
import createKnex, { Knex } from 'knex';
import { startBridgeForTest } from '../../testing/startBridgeForTest';

/*
 * A replica of the plugin as a process of its own. It is told by its parent
 * what to start with, says where it listens, runs tasks when it is asked to,
 * and ends with its parent.
 */

/** What a replica is started with. */
export interface ReplicaOrder {
  knex: Knex.Config;
  entities: Entity[];
  config: object;
}

type Work = (...given: unknown[]) => unknown;

// The platform's fakes ask Jest for functions; here there is no Jest.
Object.assign(globalThis, { jest: { fn: fake } });

function fake() {
  let work: Work = () => undefined;
  const call: Work = (...given) => work(...given);
  const mockImplementation = (other: Work) => {
    work = other;
  };
  return Object.assign(call, { mockImplementation });
}

async function start({ knex, ...order }: ReplicaOrder) {
  const bridge = await startBridgeForTest({ knex: createKnex(knex), ...order });
  process.on('message', ({ task }: { task?: string }) => {
    if (task) {
      bridge.runTask(task).then(() => process.send?.({ done: task }), fail);
    }
  });
  const address = bridge.server.address();
  process.send?.({ port: typeof address === 'object' && address?.port });
}

function fail(error: Error) {
  process.send?.({ failure: String(error.stack ?? error) });
}

process.on('disconnect', () => process.exit());
process.once('message', (order: ReplicaOrder) => {
  start(order).catch(fail);
});
