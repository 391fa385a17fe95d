import { randomUUID } from 'node:crypto';
import { anybody } from '../backend/allowingPermissions';
import { OpenWork } from '../data/work/openWork';
import { writeMoreItems } from '../data/work/writeWork';
import { RatioResult } from '../results';
import { atOnce } from '../timing/atOnce';
import { inverse, Ratio, sideBySide, timed } from '../timing/sideBySide';
import { bareTransitions } from './bareStatements';
import { CLIENTS, plainInserts } from './plainInserts';

const CALLS = 64;
const BATCHES = 4;

/** An action that items are moved by. @internal */
export interface Move {
  workflow: string;
  from: string;
  action: string;
  to: string;
  /** Who may: the one who made the item, or the lead of its system. */
  by: 'creator' | 'lead';
}

/** An item to be moved, and by whom. @internal */
export interface Waiting {
  key: string;
  person: string;
  rev: number;
}

/** The plain transition. @internal */
export const WITHDRAW: Move = {
  workflow: 'proposal',
  from: 'draft',
  action: 'withdraw',
  to: 'withdrawn',
  by: 'creator',
};

const ACKNOWLEDGE: Move = {
  workflow: 'feedback',
  from: 'reported',
  action: 'acknowledge',
  to: 'inProgress',
  by: 'lead',
};

/**
 * Transitions with an Idempotency-Key, by many clients at once: a plain one,
 * the withdrawal of a proposal, against its bare statements and against inserts
 * of one row; and for comparison the acknowledgement of a feedback, which also
 * hands work out and sets a timer.
 *
 * @internal
 */
export async function measureTransitions(
  work: OpenWork,
  rounds: number,
): Promise<RatioResult[]> {
  const bare = await bareFloor(work, rounds);
  const inserts = await plainInserts(work.knex, CALLS);
  return [
    {
      name: `plain transitions a second, ${CLIENTS} at once / their bare statements`,
      atLeast: 0.5,
      ratio: await measureMove(work, WITHDRAW, { rounds, floor: bare }),
    },
    {
      name: `plain transitions a second, ${CLIENTS} at once / inserts of one row`,
      atLeast: 0.2,
      ratio: await measureMove(work, WITHDRAW, { rounds, floor: inserts }),
    },
    {
      name: `bare statements of transitions a second, ${CLIENTS} at once / inserts of one row`,
      ratio: await measureBare(work, rounds),
    },
    {
      name: `transitions that hand work out and set a timer, ${CLIENTS} at once / inserts of one row`,
      ratio: await measureMove(work, ACKNOWLEDGE, { rounds, floor: inserts }),
    },
  ];
}

interface Comparison {
  rounds: number;
  /** Runs a batch of as many calls. */
  floor: () => Promise<number>;
}

async function measureMove(
  work: OpenWork,
  move: Move,
  { rounds, floor }: Comparison,
): Promise<Ratio> {
  const waiting = await itemsToMove(work, move, callsIn(rounds));
  const ratio = await sideBySide({
    ours: () => timed(() => moveAll(work, move, waiting.splice(0, CALLS))),
    ...{ floor, rounds, batches: BATCHES },
  });
  return inverse(ratio);
}

/** Moves items by many clients at once. @internal */
export async function moveAll(
  work: OpenWork,
  { action, to }: Move,
  items: Waiting[],
): Promise<void> {
  const { commands } = work.rooms.workflow.services;
  await atOnce(CLIENTS, items, async ({ key, person, rev }) => {
    const idempotencyKey = randomUUID();
    const caller = { person, credentials: anybody, idempotencyKey };
    const { text } = await commands.act(key, action, { rev }, caller);
    if (JSON.parse(text).state.id !== to) {
      throw new Error(`${key} did not come to ${to}`);
    }
  });
}

async function measureBare(work: OpenWork, rounds: number): Promise<Ratio> {
  const ratio = await sideBySide({
    ours: await bareFloor(work, rounds),
    floor: await plainInserts(work.knex, CALLS),
    ...{ rounds, batches: BATCHES },
  });
  return inverse(ratio);
}

async function bareFloor(work: OpenWork, rounds: number) {
  const waiting = await itemsToMove(work, WITHDRAW, callsIn(rounds));
  const keys = waiting.map(({ key }) => key);
  return bareTransitions(work.knex, () => keys.splice(0, CALLS));
}

function callsIn(rounds: number): number {
  return CALLS * BATCHES * (rounds + 1);
}

/** Makes items that somebody can move. @internal */
export async function itemsToMove(
  { knex, sizes }: OpenWork,
  { workflow, from: state, by }: Move,
  count: number,
): Promise<Waiting[]> {
  const more = { count, workflow, state, electorate: 0 };
  // As many makers as clients: the service has met them before.
  const people = by === 'creator' ? CLIENTS : sizes.people;
  const keys = await writeMoreItems(knex, people, more);
  const items = knex('items').whereIn('items.key', keys);
  if (by === 'creator') {
    items.join('person', 'person.id', 'items.created_by');
  } else {
    items
      .join('appointments', 'appointments.system', 'items.system')
      .join('person', 'person.id', 'appointments.person_id')
      .where('appointments.role', by);
  }
  return items.select('items.key', 'items.rev', 'person.entity_ref as person');
}
