import {
  queryTerms,
  toTsQuery,
  withoutQuestionWords,
} from '@techbridge/cjk-text';
import { endpoints } from '@techbridge/plugin-bridge-common';
import { anybody } from '../backend/allowingPermissions';
import { OpenRegister } from '../data/openRegister';
import { RatioResult } from '../results';
import { sideBySide, timed } from '../timing/sideBySide';
import { createService } from './service';
import { finderByHand } from './sqlByHand';

const CALLS = 4;
const BATCHES = 16;

const QUESTIONS = [
  { kind: 'an English word', q: 'scanner' },
  { kind: 'two characters', q: '仓储' },
  { kind: 'pinyin', q: 'majun' },
  { kind: 'initials', q: 'mj' },
  {
    kind: 'an English question',
    q: 'Who owns the warehouse system in Suzhou?',
  },
  { kind: 'a Chinese question', q: '苏州仓储坏了找谁' },
];

/** Finding systems: our service against its SQL by hand. @internal */
export async function measureFinder(
  register: OpenRegister,
  rounds: number,
): Promise<RatioResult[]> {
  const results: RatioResult[] = [];
  for (const { kind, q } of QUESTIONS) {
    results.push({
      name: `finder, ${kind} / its SQL by hand`,
      limit: 3,
      ratio: await measureQuestion(register, q, rounds),
    });
  }
  return results;
}

async function measureQuestion(
  { knex }: OpenRegister,
  q: string,
  rounds: number,
) {
  const service = createService(knex);
  const query = endpoints.listSystems.query.parse({ q });
  const terms = toTsQuery(queryTerms(withoutQuestionWords(q)));
  const today = new Date().toISOString().slice(0, 10);
  const ours = () => service.list(query, undefined, anybody);
  const floor = () => finderByHand(knex, terms, today);
  const { items } = await ours();
  const expected = new Set((await floor()).map(({ name }) => name));
  if (items.length === 0) {
    throw new Error(`Nothing is found for "${q}"; generate more systems`);
  }
  if (items.some(({ name }) => !expected.has(name))) {
    throw new Error(`The two ways answer "${q}" differently`);
  }
  return sideBySide({
    ours: batchOf(ours),
    floor: batchOf(floor),
    rounds,
    batches: BATCHES,
  });
}

function batchOf(ask: () => Promise<unknown>) {
  return () =>
    timed(async () => {
      for (let call = 0; call < CALLS; call++) {
        await ask();
      }
    });
}
