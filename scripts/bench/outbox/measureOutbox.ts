import { Knex } from 'knex';
import { Clock } from '../../../plugins/bridge-backend/src/database/Clock';
import { OutboxStore } from '../../../plugins/bridge-backend/src/workflow/OutboxStore';
import { OutboxWorker } from '../../../plugins/bridge-backend/src/workflow/OutboxWorker';
import { TimerStore } from '../../../plugins/bridge-backend/src/workflow/TimerStore';
import { DatabaseServer } from '../data/DatabaseServer';
import { openRegister } from '../data/openRegister';
import { RatioResult } from '../results';
import { reportingLogger } from '../rooms/openRooms';
import { inverse, sideBySide, timed } from '../timing/sideBySide';
import { bareDrain } from './bareDrain';
import { WAITING, writeEffects } from './writeEffects';

const DATABASE = 'outbox_bridge';
const DONE_BEFORE = 100_000;
const TIMERS_AT_ONCE = 50;

const nothing = async () => undefined;

/**
 * How fast the worker empties a full outbox when carrying out an effect takes no
 * time, against a bare loop that takes rows and says that they are done: in an
 * outbox that is otherwise empty, and in one that is full of what was done.
 *
 * @internal
 */
export async function measureOutbox(
  server: DatabaseServer,
  rounds: number,
): Promise<RatioResult[]> {
  const sizes = { systems: 1, appointments: 1 };
  const { knex } = await openRegister(server, DATABASE, sizes);
  const compare = async (doneBefore: number, floor = () => bareDrain(knex)) => {
    const emptied = (drain: () => Promise<void>) => () =>
      timeToEmpty(knex, doneBefore, drain);
    const ours = emptied(() => drainByWorker(knex));
    const contest = { ours, floor: emptied(floor), rounds, batches: 1 };
    return inverse(await sideBySide(contest));
  };
  const name = `${WAITING} effects a second by the worker / by a bare loop`;
  const results: RatioResult[] = [
    { name, atLeast: 0.5, ratio: await compare(0) },
    {
      name: `${name}, beside ${DONE_BEFORE} that are done`,
      atLeast: 0.5,
      ratio: await compare(DONE_BEFORE),
    },
    {
      name: `${name} that tells of each by itself that it is done`,
      ratio: await compare(0, () => bareDrain(knex, 1)),
    },
  ];
  await knex.destroy();
  return results;
}

async function timeToEmpty(
  knex: Knex,
  doneBefore: number,
  drain: () => Promise<void>,
): Promise<number> {
  await fill(knex, doneBefore);
  const milliseconds = await timed(drain);
  const [{ done }] = await knex('outbox')
    .where({ status: 'done' })
    .count({ done: '*' });
  if (Number(done) !== doneBefore + WAITING) {
    throw new Error(`${done} effects are done of ${doneBefore + WAITING}`);
  }
  return milliseconds;
}

// PostgreSQL has last looked at the table as it does by itself: soon after the
// first effects, or long ago, when all of them were done.
async function fill(knex: Knex, doneBefore: number): Promise<void> {
  await knex('outbox').truncate();
  if (doneBefore > 0) {
    await writeEffects(knex, doneBefore);
    await knex('outbox').update({ status: 'done', attempts: 1 });
    await knex.raw('VACUUM ANALYZE outbox');
  }
  await writeEffects(knex);
  if (doneBefore === 0) {
    await knex.raw('VACUUM ANALYZE outbox');
  }
}

// As the worker of the rooms goes round: the time, timers, effects.
async function drainByWorker(knex: Knex): Promise<void> {
  const clock = new Clock(knex, 'Asia/Shanghai');
  const timers = new TimerStore(knex);
  const worker = new OutboxWorker({
    outbox: new OutboxStore(knex),
    handlers: ['notify', 'tellLinked', 'webhook'].map(use => ({
      use,
      handle: nothing,
    })),
    ...{ keep: nothing, hear: nothing, tellOwner: nothing },
    logger: reportingLogger,
  });
  let tried: number;
  do {
    const now = await clock.moment();
    await timers.due(now, TIMERS_AT_ONCE);
    tried = await worker.run(now);
  } while (tried > 0);
}
