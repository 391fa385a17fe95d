import { queryTerms } from '@techbridge/cjk-text';
import { Knex } from 'knex';
import { OpenWork } from '../data/work/openWork';
import { RARE_ITEMS } from '../data/work/writeWork';
import { COMMON_WORD, RARE_WORD } from '../data/sentences';
import { RatioResult } from '../results';
import { inverse, sideBySide, timed } from '../timing/sideBySide';

const CALLS = 10;
const PLACES = 20;

const LIKE = `
  SELECT key, title FROM items
  WHERE title LIKE :pattern OR data LIKE :pattern
  ORDER BY updated_at DESC, id DESC
  LIMIT ${PLACES}`;

/**
 * The statement that finds the first items by a Chinese word, against LIKE on
 * the same rows.
 *
 * @internal
 */
export async function measureSearch(
  work: OpenWork,
  rounds: number,
): Promise<RatioResult[]> {
  const rare = await againstLike(work, RARE_WORD, rounds);
  const common = await againstLike(work, COMMON_WORD, rounds);
  return [
    {
      name: `a Chinese word in ${RARE_ITEMS} items, found how many times faster than by LIKE`,
      atLeast: 100,
      ratio: rare,
    },
    {
      name: 'a Chinese word in most items, found how many times faster than by LIKE',
      ratio: common,
    },
  ];
}

async function againstLike(
  { knex, rooms }: OpenWork,
  word: string,
  rounds: number,
) {
  const { queries } = rooms.workflow;
  const terms = queryTerms(word);
  const now = new Date().toISOString();
  const selection = { terms, filter: 'all' as const, now };
  const page = { order: '-updatedAt' as const, limit: PLACES };
  const ours = () => queries.list(selection, page);
  const floor = () => byLike(knex, word);
  const found = (await ours()).map(({ key }) => key);
  const expected = (await floor()).map(({ key }) => key);
  if (found.length === 0 || String(found) !== String(expected)) {
    throw new Error(`The two ways find different items for "${word}"`);
  }
  return inverse(
    await sideBySide({
      ours: () => mean(CALLS, ours),
      floor: () => timed(floor),
      rounds,
      batches: 2,
    }),
  );
}

async function byLike(knex: Knex, word: string): Promise<{ key: string }[]> {
  const { rows } = await knex
    .raw(LIKE, { pattern: `%${word}%` })
    .options({ name: 'items-by-like' });
  return rows;
}

async function mean(calls: number, ask: () => Promise<unknown>) {
  const all = await timed(async () => {
    for (let call = 0; call < calls; call++) {
      await ask();
    }
  });
  return all / calls;
}
