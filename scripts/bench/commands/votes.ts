import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { anybody } from '../backend/allowingPermissions';
import { OpenWork } from '../data/work/openWork';
import { writeMoreItems } from '../data/work/writeWork';
import { RatioResult } from '../results';
import { atOnce } from '../timing/atOnce';
import { inverse, sideBySide, timed } from '../timing/sideBySide';
import { CLIENTS, plainInserts } from './plainInserts';

// Less than the quorum votes, so that no board is closed while it is measured.
const ELECTORATE = 100;
const BALLOTS = 48;
const BATCHES = 4;
const BOARD = 'board';

/**
 * Votes on one board: in each batch many people at once on a board that nobody
 * has voted on, each with an Idempotency-Key.
 *
 * @internal
 */
export async function measureVotes(
  work: OpenWork,
  rounds: number,
): Promise<RatioResult> {
  const { knex, sizes, rooms } = work;
  const { ballots } = rooms.workflow.services;
  const boards = await writeMoreItems(knex, sizes.people, {
    count: BATCHES * (rounds + 1),
    ...{ workflow: 'proposal', state: BOARD, electorate: ELECTORATE },
  });
  const electorates = await electoratesOf(knex, boards);
  const vote = async (key: string, person: string) => {
    const idempotencyKey = randomUUID();
    const caller = { person, credentials: anybody, idempotencyKey };
    await ballots.cast(key, { board: BOARD, choice: 'approve' }, caller);
  };
  const ratio = await sideBySide({
    ours: () => {
      const key = boards.pop() ?? '';
      const voters = (electorates.get(key) ?? []).slice(0, BALLOTS);
      return timed(() => atOnce(CLIENTS, voters, voter => vote(key, voter)));
    },
    floor: await plainInserts(knex, BALLOTS),
    rounds,
    batches: BATCHES,
  });
  await compareCounts(knex, electorates);
  return {
    name: `votes on one board a second, ${CLIENTS} at once / inserts of one row`,
    atLeast: 0.5,
    ratio: inverse(ratio),
  };
}

async function electoratesOf(
  knex: Knex,
  keys: string[],
): Promise<Map<string, string[]>> {
  const rows: { key: string; engine: string }[] = await knex('items')
    .whereIn('key', keys)
    .select('key', 'engine');
  return new Map(
    rows.map(({ key, engine }) => {
      const [{ electorate }] = JSON.parse(engine).boards;
      return [key, electorate.map(({ ref }: { ref: string }) => ref)];
    }),
  );
}

// A vote that was answered is in the table, once.
async function compareCounts(
  knex: Knex,
  electorates: Map<string, string[]>,
): Promise<void> {
  const rows = await knex('ballots')
    .join('items', 'items.id', 'ballots.item_id')
    .whereIn('items.key', [...electorates.keys()])
    .groupBy('items.key')
    .havingRaw('count(*) <> ?', [BALLOTS])
    .pluck('items.key');
  if (rows.length > 0) {
    throw new Error(`The ballots on ${rows.join(', ')} are not ${BALLOTS}`);
  }
}
