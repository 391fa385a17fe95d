import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { anybody } from '../backend/allowingPermissions';
import { OpenWork } from '../data/work/openWork';
import { writeMoreItems } from '../data/work/writeWork';
import { AmountResult, RatioResult } from '../results';
import { atOnce } from '../timing/atOnce';
import { inverse, sideBySide, timed } from '../timing/sideBySide';
import { spreadOf } from '../timing/spread';
import { bareVotes } from './bareStatements';
import { CLIENTS, plainInserts } from './plainInserts';

// Less than the quorum votes, so that no board is closed while it is measured.
const ELECTORATE = 100;
const BALLOTS = 48;
const BATCHES = 4;
const BOARD = 'board';

interface Sitting {
  key: string;
  /** Who is going to vote there. */
  voters: string[];
}

/**
 * Votes on one board: in each batch many people at once on a board that nobody
 * has voted on, each with an Idempotency-Key, against their bare statements and
 * against inserts of one row; and for comparison as many votes on a board for
 * each client, which have nothing in common. Then, how long after the last of
 * such votes everybody sees all of them counted.
 *
 * @internal
 */
export async function measureVotes(
  work: OpenWork,
  rounds: number,
): Promise<(RatioResult | AmountResult)[]> {
  const batches = BATCHES * (rounds + 1);
  const sittings = await openSittings(work, batches * (3 + CLIENTS));
  const before = await countBallots(work.knex);
  const onBoards = (boards: number) => {
    const ballots = shareOut(sittings.splice(0, boards));
    return timed(() => atOnce(CLIENTS, ballots, one => vote(work, one)));
  };
  const compare = (floor: () => Promise<number>) =>
    sideBySide({ ours: () => onBoards(1), floor, rounds, batches: BATCHES });
  const bare = bareVotes(work.knex, BALLOTS);
  const againstBare = await compare(bare);
  const inserts = await plainInserts(work.knex, BALLOTS);
  const against = await compare(inserts);
  const apart = await compare(() => onBoards(CLIENTS));
  // A vote that was answered is in the table, once.
  const added = (await countBallots(work.knex)) - before;
  if (added !== batches * 4 * BALLOTS) {
    throw new Error(`${added} votes were kept of ${batches * 4 * BALLOTS}`);
  }
  const floors = { ours: bare, floor: inserts, rounds, batches: BATCHES };
  return [
    {
      name: `votes on one board a second, ${CLIENTS} at once / their bare statements`,
      atLeast: 0.5,
      ratio: inverse(againstBare),
    },
    {
      name: `votes on one board a second, ${CLIENTS} at once / inserts of one row`,
      atLeast: 0.5,
      ratio: inverse(against),
    },
    {
      name: `bare statements of votes a second, ${CLIENTS} at once / inserts of one row`,
      ratio: inverse(await sideBySide(floors)),
    },
    {
      name: `votes on one board a second, ${CLIENTS} at once / votes on ${CLIENTS} boards`,
      ratio: inverse(apart),
    },
    await measureFreshness(work, rounds),
  ];
}

/** The time until somebody else sees the count, in milliseconds. */
async function measureFreshness(
  work: OpenWork,
  rounds: number,
): Promise<AmountResult> {
  const times: number[] = [];
  for (const sitting of await openSittings(work, rounds)) {
    await atOnce(CLIENTS, shareOut([sitting]), one => vote(work, one));
    times.push(await timed(() => untilCounted(work, sitting)));
  }
  return {
    name: 'from the last vote until its board is counted',
    unit: 'ms',
    limit: 1_000,
    amount: spreadOf(times),
  };
}

async function untilCounted({ rooms }: OpenWork, { key, voters }: Sitting) {
  const { items } = rooms.workflow.services;
  for (let cast = -1; cast < BALLOTS; ) {
    const { boards } = await items.get(key, voters[0], anybody);
    cast = boards.find(({ id }) => id === BOARD)?.cast ?? 0;
  }
}

function shareOut(sittings: Sitting[]): [string, string][] {
  return Array.from({ length: BALLOTS }, (_, place) => {
    const { key, voters } = sittings[place % sittings.length];
    return [key, voters[place]];
  });
}

async function vote(
  { rooms }: OpenWork,
  [key, person]: [string, string],
): Promise<void> {
  const { ballots } = rooms.workflow.services;
  const idempotencyKey = randomUUID();
  const caller = { person, credentials: anybody, idempotencyKey };
  await ballots.cast(key, { board: BOARD, choice: 'approve' }, caller);
}

async function openSittings(
  { knex, sizes }: OpenWork,
  count: number,
): Promise<Sitting[]> {
  const more = { count, workflow: 'proposal', state: BOARD };
  const keys = await writeMoreItems(knex, sizes.people, {
    ...more,
    electorate: ELECTORATE,
  });
  const rows: { key: string; engine: string }[] = await knex('items')
    .whereIn('key', keys)
    .select('key', 'engine');
  return rows.map(({ key, engine }) => {
    const [{ electorate }] = JSON.parse(engine).boards;
    const voters = electorate.map(({ ref }: { ref: string }) => ref);
    return { key, voters: voters.slice(0, BALLOTS) };
  });
}

async function countBallots(knex: Knex): Promise<number> {
  const [{ ballots }] = await knex('ballots')
    .where('item_id', '>', 0)
    .count({ ballots: '*' });
  return Number(ballots);
}
