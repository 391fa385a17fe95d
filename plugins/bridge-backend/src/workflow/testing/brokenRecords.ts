import { Knex } from 'knex';
import { canonicalJson, firstBroken, sha256 } from '../journalChain';
import { JournalStore } from '../JournalStore';

/**
 * Everything in a database that contradicts itself; nothing when all is well:
 * journals without gaps and with a whole chain, ballots numbered one after the
 * other, boards closed over exactly the ballots that lie there, scores that are
 * the sums of the ledger.
 */
export async function brokenRecords(knex: Knex): Promise<string[]> {
  const items = await knex('items').select('*');
  const journals = await Promise.all(
    items.map(item => brokenJournal(knex, item)),
  );
  return [
    ...journals.flat(),
    ...(await brokenBallots(knex)),
    ...(await brokenBoards(knex)),
    ...(await brokenScores(knex)),
  ];
}

async function brokenJournal(
  knex: Knex,
  { id, key, rev }: { id: number; key: string; rev: number },
): Promise<string[]> {
  const chain = await new JournalStore(knex).chain(id);
  const revs = [...new Set(chain.rows.map(row => row.rev))];
  return [
    ...(firstBroken(chain) === undefined ? [] : [`${key}: chain`]),
    ...(isCount(revs) && revs.at(-1) === rev ? [] : [`${key}: commands`]),
  ];
}

async function brokenBallots(knex: Knex): Promise<string[]> {
  const rows = await knex('ballots')
    .groupBy('item_id', 'board', 'round', 'voter_id')
    .havingRaw('max(number) <> count(*)')
    .select('item_id', 'voter_id');
  return rows.map(row => `ballots of ${row.voter_id} on ${row.item_id}`);
}

async function brokenBoards(knex: Knex): Promise<string[]> {
  const boards = await knex('boards').whereNot({ status: 'open' });
  const broken = await Promise.all(
    boards.map(async ({ item_id: item, board, round, facts }) => {
      const { count, ballotsHash, recused } = JSON.parse(facts);
      const ballots = await countedBallots(knex, item, board, round);
      // Who has voted and stepped aside then is kept, and does not count.
      const counted = ballots.filter(
        one => !recused.some(({ voter }: Recused) => voter === one?.voter),
      );
      const fits =
        ballotsHash === sha256(canonicalJson(ballots)) &&
        count.cast === counted.length;
      return ballotsHash === undefined || fits
        ? []
        : [`board ${board} of ${item}: ${count.cast} of ${ballots.length}`];
    }),
  );
  return broken.flat();
}

// The latest of each voter, sorted by voter, as the hash is defined.
async function countedBallots(
  knex: Knex,
  item: number,
  board: string,
  round: number,
) {
  const rows = await knex('ballots')
    .join('person', 'person.id', 'voter_id')
    .leftJoin('person as deputy', 'deputy.id', 'cast_by_id')
    .where({ item_id: item, board, round })
    .orderBy('number')
    .select('person.entity_ref as voter', 'choice', 'reason', 'at')
    .select('conditions', 'deputy.entity_ref as castBy');
  const latest = new Map(
    rows.map(({ voter, choice, at, reason, conditions, castBy }) => [
      voter,
      {
        ...{ voter, choice, at },
        ...(reason !== null && { reason }),
        ...(conditions !== null && { conditions: JSON.parse(conditions) }),
        ...(castBy !== null && { castBy }),
      },
    ]),
  );
  return [...latest.keys()].sort().map(voter => latest.get(voter));
}

async function brokenScores(knex: Knex): Promise<string[]> {
  const points = new Map<string, number>();
  const add = (place: string, of: number) =>
    points.set(place, (points.get(place) ?? 0) + of);
  for (const row of await knex('ledger')) {
    add(`${row.person_id} ${row.season} ${row.dimension}`, row.points);
    add(`${row.person_id} ${row.season} all`, row.points);
  }
  for (const row of await knex('scores')) {
    add(`${row.person_id} ${row.season} ${row.dimension}`, -row.points);
  }
  return [...points].filter(([, left]) => left !== 0).map(([place]) => place);
}

function isCount(numbers: number[]): boolean {
  return numbers.every((number, place) => number === place + 1);
}

/** Of a board: who may not vote. */
interface Recused {
  voter: string;
}
