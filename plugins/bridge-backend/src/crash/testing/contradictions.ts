import { Knex } from 'knex';
import { brokenRecords } from '../../workflow/testing/brokenRecords';
import { Receiver } from './Receiver';
import { SentCommand } from './Storm';

interface Line {
  item: string;
  type: string;
  actor: string;
  payload: string;
}

const ADOPTED = 10;
const AN_HOUR_MS = 3_600_000;

/** What is written in a database once everything has come to rest. */
export interface Records {
  items: { key: string; state: string }[];
  lines: Line[];
  reasons: (string | null)[];
  outbox: { dedupe_key: string; use: string; status: string; effect: string }[];
  timersSoon: number;
  /** The points for each item. */
  points: { item: string; points: number }[];
}

/** Reads what is written. */
export async function readRecords(knex: Knex): Promise<Records> {
  const lines = await knex('journal')
    .join('items', 'items.id', 'journal.item_id')
    .join('person', 'person.id', 'journal.person_id')
    .join('journal_payload', join =>
      join
        .on('journal_payload.item_id', 'journal.item_id')
        .andOn('journal_payload.seq', 'journal.seq'),
    )
    .orderBy(['journal.item_id', 'journal.seq'])
    .select('items.key as item', 'journal.type', 'payload')
    .select('person.entity_ref as actor');
  const points = await knex('ledger')
    .join('items', 'items.id', 'ledger.item_id')
    .select('items.key as item', 'points');
  return {
    items: await knex('items').select('key', 'state'),
    lines,
    reasons: await knex('ballots').pluck('reason'),
    outbox: await knex('outbox').select(
      ...['dedupe_key', 'use', 'status', 'effect'],
    ),
    timersSoon: await timersSoon(knex),
    points,
  };
}

/** How many timers fall due within the hour, or should have fired already. */
export async function timersSoon(knex: Knex): Promise<number> {
  const { offset_ms: offset } = await knex('clock').first();
  const soon = Date.now() + Number(offset) + AN_HOUR_MS;
  const rows = await knex('timers').whereNull('done_at');
  return rows.filter(({ fire_at: at }) => Date.parse(at) <= soon).length;
}

/** How many boards are open though three of their five members agree. */
export async function decidedBoards(knex: Knex): Promise<number> {
  const ballots = await knex('ballots')
    .join('boards', join =>
      join
        .on('boards.item_id', 'ballots.item_id')
        .andOn('boards.round', 'ballots.round'),
    )
    .where({ status: 'open' })
    .orderBy('number')
    .select('ballots.item_id as item', 'voter_id as voter', 'choice');
  const latest = new Map(
    ballots.map(one => [`${one.item} ${one.voter}`, one.item + one.choice]),
  );
  const counts = countOf([...latest.values()]);
  return [...counts.values()].filter(count => count >= 3).length;
}

/**
 * Commands whose effect is not there exactly once though they were answered
 * with success, or is there though they were refused, or though nobody sent
 * them.
 */
export function wrongEffects(
  { lines, reasons }: Records,
  sent: SentCommand[],
): string[] {
  const texts = lines
    .filter(({ actor }) => actor !== 'system')
    .map(({ payload }) => payload);
  const found = countOf(
    [...texts, ...reasons].flatMap(text => text?.match(/<w\d+\.\d+>/g) ?? []),
  );
  const wrong = sent.filter(({ key, answer }) => {
    const isDone = answer !== undefined && answer.status < 300;
    return (found.get(key) ?? 0) !== (isDone ? 1 : 0);
  });
  const known = new Set(sent.map(({ key }) => key));
  return [
    ...wrong.map(one => `${one.key} ${one.path} ${found.get(one.key) ?? 0}`),
    ...[...found.keys()].filter(key => !known.has(key)),
  ];
}

/** Items that stand between two states, or something of whose went on twice. */
export function halfTransitions({ items, lines, points }: Records): string[] {
  const by = countOf(
    lines.map(line => `${line.item} ${whatOf(line)}`.trimEnd()),
  );
  const paid = countOf(points.map(({ item }) => item));
  const voted = items.filter(({ state }) => state !== 'heard');
  return voted.flatMap(({ key, state }) => {
    const count = (what: string) => by.get(`${key} ${what}`) ?? 0;
    const passed = {
      ring: count('timer ring'),
      over: count('timer over'),
      send: count('action send'),
      closed: count('boardClosed'),
      adopted: count('milestone adopted'),
    };
    const is = (...states: string[]) => (states.includes(state) ? 1 : 0);
    const isAdopted = is('cooling', 'done');
    const holds =
      // An item that has left the desk may have left it before the bell.
      (is('desk') ? passed.ring === 1 : passed.ring <= 1) &&
      passed.send === 1 - is('desk') &&
      passed.closed === isAdopted + is('dropped') &&
      passed.adopted === isAdopted &&
      (paid.get(key) ?? 0) === isAdopted &&
      passed.over === is('done') &&
      count('event received') <= 1 &&
      count('comment system') <= 1;
    return holds ? [] : [`${key} ${state} ${JSON.stringify(passed)}`];
  });
}

/**
 * Effects that were not carried out, not told, took effect otherwise than once
 * or, on one item, in another order than that in which they came to be.
 */
export function wrongDeliveries(
  { outbox, lines }: Records,
  receiver: Receiver,
): string[] {
  const told = [...receiver.effects.values()];
  const due = lines.flatMap(({ item, type, payload }) => {
    const { timer, action } = JSON.parse(payload);
    const step = type === 'timer' ? timer : action;
    const isTold = type === 'timer' || ['send', 'ask'].includes(step);
    return isTold ? [{ item, step: String(step) }] : [];
  });
  // The receiver keeps them in the order in which they took effect.
  const [wanted, got] = [stepsOf(due), stepsOf(told)];
  const names = new Set(told.map(({ name }) => name));
  const hooks = outbox.filter(({ use }) => use === 'webhook');
  return [
    ...outbox.filter(({ status }) => status !== 'done').map(nameOf),
    ...hooks.filter(row => !names.has(row.dedupe_key)).map(nameOf),
    ...told.filter(({ taken }) => taken !== 1).map(({ name }) => name),
    ...[...new Set([...wanted.keys(), ...got.keys()])]
      .filter(item => wanted.get(item) !== got.get(item))
      .map(item => `${item} due:${wanted.get(item)} told:${got.get(item)}`),
    ...(hooks.length === names.size ? [] : [`${hooks.length} ${names.size}`]),
  ];
}

/** The steps of each item, one after the other. */
function stepsOf(all: { item: string; step: string }[]): Map<string, string> {
  const steps = new Map<string, string>();
  for (const { item, step } of all) {
    steps.set(item, `${steps.get(item) ?? ''} ${step}`);
  }
  return steps;
}

/** What {@link contradictions} gives when everything is as it should be. */
export const NO_CONTRADICTIONS = {
  ...{ records: [], effects: [], transitions: [], deliveries: [] },
  ...{ timers: 0, boards: 0, points: [] },
};

/** Everything that contradicts itself after a storm. */
export async function contradictions(
  knex: Knex,
  receiver: Receiver,
  sent: SentCommand[],
) {
  const records = await readRecords(knex);
  return {
    records: await brokenRecords(knex),
    effects: wrongEffects(records, sent),
    transitions: halfTransitions(records),
    deliveries: wrongDeliveries(records, receiver),
    timers: records.timersSoon,
    boards: await decidedBoards(knex),
    points: records.points.filter(({ points }) => points !== ADOPTED),
  };
}

function nameOf({ dedupe_key: name, use, status }: Records['outbox'][number]) {
  return `${name} ${use} ${status}`;
}

function whatOf({ type, actor, payload }: Line): string {
  const said = JSON.parse(payload);
  const name =
    said.action ?? said.timer ?? said.milestone ?? said.name ?? said.event;
  return `${type} ${type === 'comment' ? actor : name ?? ''}`.trimEnd();
}

function countOf(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
