import {
  chain,
  ChainedFacts,
  saltPayload,
} from '../../../plugins/bridge-backend/src/workflow/journalChain';
import { OpenWork } from '../data/work/openWork';
import { RatioResult } from '../results';
import { sideBySide } from '../timing/sideBySide';
import { itemsToMove, moveAll, WITHDRAW } from './transition';

const CALLS = 64;
const BATCHES = 4;
// What takes microseconds is done often enough to be measured.
const TIMES = 20;

/** What a transition has written into a journal. */
interface Line {
  facts: ChainedFacts;
  previous: string;
  payload: object;
  salt: string;
  hash: string;
}

/**
 * What salts and hashes cost of a plain transition: the processor's time in
 * this process for those of all its lines, against all that the process needs
 * for such transitions, many at once. PostgreSQL's part is left out, which makes
 * the share larger than it is; it gets no statement more because of them.
 *
 * @internal
 */
export async function measureChain(
  work: OpenWork,
  rounds: number,
): Promise<RatioResult> {
  const count = CALLS * (BATCHES * (rounds + 1) + 1);
  const waiting = await itemsToMove(work, WITHDRAW, count);
  const move = () => moveAll(work, WITHDRAW, waiting.splice(0, CALLS));
  const moved = waiting.slice(0, CALLS).map(({ key }) => key);
  await move();
  const lines = await linesOf(work, moved);
  return {
    name: 'salts and hashes of the journal / a plain transition, in time of the processor',
    limit: 0.1,
    ratio: await sideBySide({
      ours: async () => (await cpuTimeOf(() => chainOften(lines))) / TIMES,
      floor: () => cpuTimeOf(move),
      ...{ rounds, batches: BATCHES },
    }),
  };
}

async function cpuTimeOf(run: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

async function chainOften(lines: Line[]): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    for (const { facts, payload, previous } of lines) {
      chain(facts, saltPayload(payload), previous);
    }
  }
}

async function linesOf({ knex }: OpenWork, keys: string[]): Promise<Line[]> {
  const rows: (Omit<Line, 'facts' | 'payload'> &
    ChainedFacts & { payload: string })[] = await knex('journal')
    .join('items', 'items.id', 'journal.item_id')
    .join('journal_payload', {
      'journal_payload.item_id': 'journal.item_id',
      'journal_payload.seq': 'journal.seq',
    })
    .whereIn('items.key', keys)
    .andWhere('journal.rev', knex.ref('items.rev'))
    .select('journal.seq', 'journal.rev', 'type', 'at', 'previous', 'hash')
    .select({ itemId: 'journal.item_id', personId: 'person_id' })
    .select('salt', 'payload');
  const lines = rows.map(({ salt, payload, previous, hash, ...facts }) => ({
    ...{ facts, previous, salt, hash },
    payload: JSON.parse(payload),
  }));
  if (lines.length < keys.length || !lines.every(isAsWritten)) {
    throw new Error('The chain is not worked out as commands do it');
  }
  return lines;
}

function isAsWritten({ facts, payload, salt, previous, hash }: Line): boolean {
  const salted = { ...saltPayload(payload), salt };
  return chain(facts, salted, previous).hash === hash;
}
