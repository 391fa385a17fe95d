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
  people: number;
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
  return { scores, season, people: work.sizes.people, work };
}

function first({ scores, season }: Side) {
  return batchOf(() => scores.top({ season, board: 'all' }, PLACES));
}

function byPrimaryKey({ work, people, season }: Side) {
  const next = walk(people);
  return batchOf(() =>
    work
      .knex('scores')
      .where({ person_id: next(), dimension: 'all', season })
      .first('person_id', 'points'),
  );
}

function rank({ scores, season, people }: Side) {
  const next = walk(people - 500);
  return batchOf(() =>
    scores.position({ season, board: 'all' }, worker(next())),
  );
}

function whole({ work, season, people }: Side) {
  const next = walk(people - 500);
  const { leaderboards } = work.rooms.recognition;
  return batchOf(() =>
    leaderboards.get('all', { season, limit: PLACES }, {
      ...anybody,
      principal: { type: 'user', userEntityRef: worker(next()) },
    } as typeof anybody),
  );
}

function worker(number: number): string {
  return `user:default/worker.${number}`;
}

function walk(people: number): () => number {
  let last = 0;
  return () => {
    last = (last + STRIDE) % people;
    return last + 1;
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
async function compareRanks({ scores, season, work }: Side): Promise<void> {
  const { knex } = work;
  const board = { season, dimension: 'all' };
  for (const number of [1, 2, 3]) {
    const own = await scores.position({ season, board: 'all' }, worker(number));
    const [{ ahead }] = await knex('scores')
      .where(board)
      .where('points', '>', own.points)
      .count({ ahead: '*' });
    if (Number(ahead) !== own.ahead) {
      throw new Error(`The two ways differ in where ${worker(number)} stands`);
    }
  }
}
