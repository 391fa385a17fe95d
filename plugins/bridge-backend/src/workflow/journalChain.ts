import canonicalize from 'canonicalize';
import { createHash, randomBytes } from 'crypto';

/** Where the chain of an item begins. @internal */
export const CHAIN_START = '0'.repeat(64);

/** The facts of a journal row that its hash covers. @internal */
export interface ChainedFacts {
  itemId: number;
  seq: number;
  rev: number;
  type: string;
  personId: number;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
}

/** A journal row with its place in the chain. @internal */
export interface ChainedRow extends ChainedFacts {
  payloadHash: string;
  previous: string;
  hash: string;
}

/** A payload and the salt that hides it once it is erased. @internal */
export interface SaltedPayload {
  salt: string;
  payload: string;
}

/** Canonical JSON by RFC 8785. @internal */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** SHA-256 as hexadecimal digits. @internal */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A payload ready to be kept, with a salt of 128 bits. @internal */
export function saltPayload(payload: object): SaltedPayload {
  return {
    salt: randomBytes(16).toString('hex'),
    payload: canonicalJson(payload),
  };
}

/** SHA-256(salt ‖ canonical JSON). @internal */
export function payloadHash({ salt, payload }: SaltedPayload): string {
  return sha256(salt + payload);
}

/** Adds a row to the chain after `previous`. @internal */
export function chain(
  facts: ChainedFacts,
  salted: SaltedPayload,
  previous: string,
): ChainedRow {
  const hashed = payloadHash(salted);
  return {
    ...facts,
    payloadHash: hashed,
    previous,
    hash: rowHash(facts, hashed, previous),
  };
}

/** A row as it is kept; what it said may have been erased. @internal */
export interface KeptRow extends ChainedRow {
  salt: string | null;
  payload: string | null;
}

/** All rows of an item in order, and where they end by what the item says. @internal */
export interface KeptChain {
  rows: KeptRow[];
  end: { seq: number; head: string };
}

/**
 * The number of the first row that does not fit. An erased payload fits; a
 * changed one, a changed row, a missing row and one too many do not.
 *
 * @returns undefined when the chain is whole
 * @internal
 */
export function firstBroken({ rows, end }: KeptChain): number | undefined {
  let previous = CHAIN_START;
  for (const [index, row] of rows.entries()) {
    const fits =
      row.seq === index + 1 &&
      row.seq <= end.seq &&
      row.previous === previous &&
      row.hash === rowHash(row, row.payloadHash, previous) &&
      saysWhatItSaid(row);
    if (!fits) {
      return index + 1;
    }
    previous = row.hash;
  }
  if (rows.length < end.seq) {
    return rows.length + 1;
  }
  // All that is there fits, and the last is not the one that the item knows.
  return previous === end.head ? undefined : Math.max(1, rows.length);
}

function saysWhatItSaid({ salt, payload, payloadHash: hash }: KeptRow) {
  if (salt === null || payload === null) {
    return salt === payload;
  }
  return payloadHash({ salt, payload }) === hash;
}

function rowHash(facts: ChainedFacts, hashed: string, previous: string) {
  const { itemId, seq, rev, type, personId, at } = facts;
  return sha256(
    canonicalJson([itemId, seq, rev, type, personId, at, hashed, previous]),
  );
}
