import { ScoreStore } from '../../../plugins/bridge-backend/src/recognition/ScoreStore';
import { anybody } from '../backend/allowingPermissions';
import { OpenWork } from '../data/work/openWork';
import { RatioResult } from '../results';
import { Ratio, sideBySide, timed } from '../timing/sideBySide';

const CALLS = 20;
const BATCHES = 20;
const PLACES = 20;
const STRIDE = 7_919;

interface Side {
  scores: ScoreStore;
  season: string;
  people: { id: number; ref: string }[];
  work: OpenWork;
}

/**
 * Who is ahead and where one stands: on all points, and on a tenth of them.
 *
 * @internal
 */
export async function measureLeaderboard(
  all: OpenWork,
  tenth: OpenWork,
  rounds: number,
): Promise<RatioResult[]> {
  const large = await sideOf(all);
  const small = await sideOf(tenth);
  await compareRanks(large);
  const compare = (ours: () => Promise<number>, floor: () => Promise<number>) =>
    sideBySide({ ours, floor, rounds, batches: BATCHES });
  const rows = `${all.sizes.ledger} / ${tenth.sizes.ledger} rows`;
  const ratio = (name: string, value: Ratio, limit?: number) => ({
    ...{ name, ratio: value, limit },
  });
  return [
    ratio(
      `first ${PLACES} places / a row by its primary key`,
      await compare(first(large), byPrimaryKey(large)),
      1.2,
    ),
    ratio(
      `first ${PLACES} places, of ${rows}`,
      await compare(first(large), first(small)),
      1.2,
    ),
    ratio(
      'own rank / a row by its primary key',
      await compare(rank(large), byPrimaryKey(large)),
      20,
    ),
    ratio(`own rank, of ${rows}`, await compare(rank(large), rank(small))),
    ratio(
      'the whole leaderboard, with names and own rank / a row by its primary key',
      await compare(whole(large), byPrimaryKey(large)),
    ),
  ];
}

async function sideOf(work: OpenWork): Promise<Side> {
  const scores = new ScoreStore(work.knex);
  const [, season] = await scores.seasons();
  const people = await work
    .knex('person')
    .orderBy('id')
    .select('id', 'entity_ref as ref');
  return { scores, season, people, work };
}

function first({ scores, season }: Side) {
  return batchOf(() => scores.top({ season, board: 'all' }, PLACES));
}

function byPrimaryKey({ work, people, season }: Side) {
  const next = walk(people);
  return batchOf(() =>
    work
      .knex('scores')
      .where({ person_id: next().id, dimension: 'all', season })
      .first('person_id', 'points'),
  );
}

function rank({ scores, season, people }: Side) {
  const next = walk(people);
  return batchOf(() => scores.position({ season, board: 'all' }, next().ref));
}

function whole({ work, season, people }: Side) {
  const next = walk(people);
  const { leaderboards } = work.rooms.recognition;
  return batchOf(() =>
    leaderboards.get('all', { season, limit: PLACES }, {
      ...anybody,
      principal: { type: 'user', userEntityRef: next().ref },
    } as typeof anybody),
  );
}

function walk<T>(list: T[]): () => T {
  let last = 0;
  return () => {
    last = (last + STRIDE) % list.length;
    return list[last];
  };
}

function batchOf(ask: () => Promise<unknown>) {
  return () =>
    timed(async () => {
      for (let call = 0; call < CALLS; call++) {
        await ask();
      }
    });
}

// A rank that is counted over people is slow, but nobody doubts it.
async function compareRanks({
  scores,
  season,
  people,
  work,
}: Side): Promise<void> {
  const { knex } = work;
  const board = { season, dimension: 'all' };
  for (const { ref } of people.slice(0, 50)) {
    const own = await scores.position({ season, board: 'all' }, ref);
    const [{ ahead }] = await knex('scores')
      .where(board)
      .where('points', '>', own.points)
      .count({ ahead: '*' });
    if (Number(ahead) !== own.ahead) {
      throw new Error(`The two ways differ in where ${ref} stands`);
    }
  }
}
