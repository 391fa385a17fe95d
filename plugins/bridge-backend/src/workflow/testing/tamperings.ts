import { Knex } from 'knex';
import {
  chain,
  ChainedRow,
  canonicalJson,
  payloadHash,
  saltPayload,
} from '../journalChain';

/** A journal that somebody tampers with: an item and how many lines it has. */
export interface Victim {
  item: number;
  last: number;
}

/** What chance has chosen for a tampering. */
export interface Chosen extends Victim {
  /** A line. */
  at: number;
  /** Two lines of the same journal. */
  pair: [first: number, second: number];
  /** The journal of another item, and a line of it. */
  other: Victim & { at: number };
  /** A number from 1 on. */
  number: number;
  /** A hash of nothing. */
  digits: string;
}

/** The first line that does not fit, by item. */
export type Places = [item: number, seq: number][];

/** Does something behind our back and tells where it must show. */
export type Tampering = (trx: Knex, chosen: Chosen) => Promise<Places>;

type Line = Pick<Chosen, 'item' | 'at'>;

const TABLES = ['journal_payload', 'journal'];

const lineOf = ({ item, at }: Line) => ({ item_id: item, seq: at });

const pairOf = ({ item, pair }: Chosen): Line[] =>
  pair.map(at => ({ item, at }));

function edit(
  table: string,
  change: (chosen: Chosen, row: Record<string, number>) => object,
): Tampering {
  return async (trx, chosen) => {
    const line = trx(table).where(lineOf(chosen));
    const row = await line.clone().first();
    await line.update(change(chosen, row));
    return [[chosen.item, chosen.at]];
  };
}

/** One value of one line changed, each column by itself. */
const EDITS: Record<string, Tampering> = {
  'another revision': edit('journal', ({ number }, { rev }) => ({
    rev: rev + number,
  })),
  'another type': edit('journal', ({ number }) => ({
    type: `forged${number}`,
  })),
  'another person': edit('journal', ({ number }, row) => ({
    person_id: row.person_id + number,
  })),
  'another time': edit('journal', ({ number }) => ({
    at: new Date(Date.UTC(2020, 0, number)).toISOString(),
  })),
  'another payload hash': edit('journal', ({ digits }) => ({
    payload_hash: digits,
  })),
  'another previous hash': edit('journal', ({ digits }) => ({
    previous: digits,
  })),
  'another hash': edit('journal', ({ digits }) => ({ hash: digits })),
  'another payload': edit('journal_payload', ({ digits }) => ({
    payload: canonicalJson({ text: digits }),
  })),
  'another salt': edit('journal_payload', ({ digits }) => ({
    salt: digits.slice(32),
  })),
  'no payload, but its salt': edit('journal_payload', () => ({
    payload: null,
  })),
  'no salt, but its payload': edit('journal_payload', () => ({ salt: null })),
};

/** Lines taken out, put in, or put elsewhere. */
const MOVES: Record<string, Tampering> = {
  'another number': async (trx, chosen) => {
    await move(trx, chosen, { ...chosen, at: chosen.last + chosen.number });
    return [[chosen.item, chosen.at]];
  },
  'a line taken out': async (trx, chosen) => {
    await remove(trx, chosen, chosen.at);
    return [[chosen.item, chosen.at]];
  },
  'some lines taken out': async (trx, chosen) => {
    const { item, pair } = chosen;
    await remove(trx, { item, at: pair[0] }, pair[1]);
    return [[item, pair[0]]];
  },
  'a line taken out, those behind it moved up': async (trx, chosen) => {
    const { item, at, last } = chosen;
    await remove(trx, chosen, at);
    for (let seq = at; seq < last; seq += 1) {
      await move(trx, { item, at: seq + 1 }, { item, at: seq });
    }
    await trx('items').where({ id: item }).decrement('seq');
    // Nothing is left that the last one could disagree with but the item.
    return [[item, at === last ? Math.max(1, last - 1) : at]];
  },
  'the end cut off': async (trx, chosen) => {
    await remove(trx, chosen, chosen.last);
    return [[chosen.item, chosen.at]];
  },
  'a line put in between, with a hash of nothing': async (trx, chosen) => {
    await putBetween(trx, chosen, { hash: chosen.digits });
    return [[chosen.item, chosen.at]];
  },
  'a line added at the end, with a hash that fits': async (trx, chosen) => {
    await add(trx, chosen, 1);
    return [[chosen.item, chosen.last + 1]];
  },
  'the same, and the item counts it': async (trx, chosen) => {
    await add(trx, chosen, 1);
    await trx('items').where({ id: chosen.item }).increment('seq');
    return [[chosen.item, chosen.last + 1]];
  },
  'a line added far behind the end': async (trx, chosen) => {
    await add(trx, chosen, 1 + chosen.number);
    return [[chosen.item, chosen.last + 1]];
  },
  'two lines in the place of each other': async (trx, chosen) => {
    const [one, other] = pairOf(chosen);
    await swap(trx, one, other);
    return [[one.item, one.at]];
  },
  'lines of two items in the place of each other': async (trx, chosen) => {
    const { item, at, other } = chosen;
    await swap(trx, chosen, other);
    return [
      [item, at],
      [other.item, other.at],
    ];
  },
  'what two lines say in the place of each other': async (trx, chosen) => {
    const [one, other] = pairOf(chosen);
    await swap(trx, one, other, ['journal_payload']);
    return [[one.item, one.at]];
  },
  'a line at the end of another journal': async (trx, chosen) => {
    const { item, at, other } = chosen;
    const end = { item: other.item, at: other.last + 1 };
    await move(trx, chosen, end);
    return [
      [item, at],
      [other.item, end.at],
    ];
  },
};

/**
 * Whoever works out hashes that fit makes lines that are right by themselves:
 * then the next one does not fit, and behind the last one the item.
 */
const FORGERIES: Record<string, Tampering> = {
  'a payload changed with its hash': async (trx, chosen) => {
    const salted = saltPayload({ text: chosen.digits });
    const line = lineOf(chosen);
    await trx('journal_payload').where(line).update(salted);
    const hashed = { payload_hash: payloadHash(salted) };
    await trx('journal').where(line).update(hashed);
    return [[chosen.item, chosen.at]];
  },
  'a line with a hash that fits': async (trx, chosen) => {
    await forge(trx, chosen, chosen.at);
    return [[chosen.item, Math.min(chosen.at + 1, chosen.last)]];
  },
  'some lines with hashes that fit': async (trx, chosen) => {
    const { item, pair, last } = chosen;
    await forge(trx, { ...chosen, at: pair[0] }, pair[1]);
    return [[item, Math.min(pair[1] + 1, last)]];
  },
  'a line put in between, with a hash that fits': async (trx, chosen) => {
    await putBetween(trx, chosen, {});
    return [[chosen.item, chosen.at + 1]];
  },
};

/** What the item itself says about the end of its journal. */
const ENDS: Record<string, Tampering> = {
  'another end by what the item says': async (trx, { item, last, digits }) => {
    await trx('items').where({ id: item }).update({ head: digits });
    return [[item, last]];
  },
  'an item that counts fewer lines': async (trx, { item, at }) => {
    await trx('items')
      .where({ id: item })
      .update({ seq: at - 1 });
    return [[item, at]];
  },
  'an item that counts more lines': async (trx, { item, last, number }) => {
    await trx('items').where({ id: item }).increment('seq', number);
    return [[item, last + 1]];
  },
};

/** Everything that chance chooses from, by name. */
export const TAMPERINGS: Record<string, Tampering> = {
  ...EDITS,
  ...MOVES,
  ...FORGERIES,
  ...ENDS,
};

async function remove(
  trx: Knex,
  { item, at }: Line,
  until: number,
): Promise<void> {
  for (const table of TABLES) {
    await trx(table)
      .where({ item_id: item })
      .whereBetween('seq', [at, until])
      .delete();
  }
}

async function move(
  trx: Knex,
  from: Line,
  to: Line,
  tables = TABLES,
): Promise<void> {
  for (const table of tables) {
    await trx(table).where(lineOf(from)).update(lineOf(to));
  }
}

async function swap(
  trx: Knex,
  one: Line,
  other: Line,
  tables = TABLES,
): Promise<void> {
  const aside = { item: one.item, at: 1_000 };
  await move(trx, one, aside, tables);
  await move(trx, other, one, tables);
  await move(trx, aside, other, tables);
}

/** A line that is made after another one, and fits to it. */
async function add(
  trx: Knex,
  { item, last }: Victim,
  distance: number,
  changed: Partial<ChainedRow> = {},
): Promise<void> {
  const row = await rowAt(trx, { item, at: last });
  const salted = saltPayload({ text: '六' });
  const seq = last + distance;
  const forged = chain({ ...row, seq }, salted, row.hash);
  await trx('journal').insert(toColumns({ ...forged, ...changed }));
  await trx('journal_payload').insert({ item_id: item, seq, ...salted });
}

async function putBetween(
  trx: Knex,
  { item, at, last }: Chosen,
  changed: Partial<ChainedRow>,
): Promise<void> {
  // The first line says where the chain begins, also when it is moved.
  const first = await rowAt(trx, { item, at: 1 });
  for (let seq = last; seq >= at; seq -= 1) {
    await move(trx, { item, at: seq }, { item, at: seq + 1 });
  }
  await trx('items').where({ id: item }).increment('seq');
  if (at > 1) {
    await add(trx, { item, last: at - 1 }, 1, changed);
    return;
  }
  const salted = saltPayload({ text: '〇' });
  const forged = chain(first, salted, first.previous);
  await trx('journal').insert(toColumns({ ...forged, ...changed }));
  await trx('journal_payload').insert({ ...lineOf({ item, at }), ...salted });
}

/** Says something else in a line and chains on from there. */
async function forge(
  trx: Knex,
  { item, at, number }: Chosen,
  until: number,
): Promise<void> {
  let { previous } = await rowAt(trx, { item, at });
  for (let seq = at; seq <= until; seq += 1) {
    const line = lineOf({ item, at: seq });
    const row = await rowAt(trx, { item, at: seq });
    const salted = await trx('journal_payload')
      .where(line)
      .first('salt', 'payload');
    const rev = seq === at ? row.rev + number : row.rev;
    const forged = chain({ ...row, rev }, salted, previous);
    await trx('journal').where(line).update(toColumns(forged));
    previous = forged.hash;
  }
}

async function rowAt(trx: Knex, line: Line): Promise<ChainedRow> {
  const row = await trx('journal').where(lineOf(line)).first();
  return {
    itemId: row.item_id,
    ...{ seq: row.seq, rev: row.rev, type: row.type },
    ...{ personId: row.person_id, at: row.at },
    payloadHash: row.payload_hash,
    ...{ previous: row.previous, hash: row.hash },
  };
}

function toColumns({
  itemId,
  personId,
  payloadHash: hashed,
  ...row
}: ChainedRow) {
  return {
    ...row,
    item_id: itemId,
    person_id: personId,
    payload_hash: hashed,
  };
}
