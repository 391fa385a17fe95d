import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { prepared } from '../../../plugins/bridge-backend/src/database/prepared';
import {
  insertion,
  Write,
  writeTogether,
} from '../../../plugins/bridge-backend/src/database/writeTogether';
import { atOnce } from '../timing/atOnce';
import { timed } from '../timing/sideBySide';
import { CLIENTS } from './plainInserts';

// As long as the answers of such commands are.
const ANSWER = 'x'.repeat(2_000);
const HASH = 'x'.repeat(64);
const AT = '2026-01-01T00:00:00.000Z';

const ITEM = 'select * from items where key = ? for no key update';
const OWNER = 'select owner_ref from systems where name = ?';
const CHANGE = `
  update items set state = ?, rev = rev + 1, seq = seq + 1, head = ?,
    updated_at = ?, due_at = null
  where key = ?`;
const SHARED = 'select pg_advisory_xact_lock_shared(?)';

/**
 * What a transition would take if nothing had to be decided: a transaction that
 * holds an item, asks who is who, and writes the item, its journal and the
 * answer, with the same client and all statements prepared.
 *
 * @returns runs one batch
 * @internal
 */
export function bareTransitions(
  knex: Knex,
  keys: () => string[],
): () => Promise<number> {
  return () =>
    timed(() =>
      atOnce(CLIENTS, keys(), key =>
        knex.transaction(async trx => {
          const [item] = await prepared<{ id: number }>(trx, ITEM, [key]);
          await prepared(trx, OWNER, ['mes']);
          await writeTogether(trx, [
            { sql: CHANGE, values: ['withdrawn', HASH, AT, key] },
            ...journalLine(trx, item.id),
            ...answerRow(trx),
          ]);
        }),
      ),
    );
}

/**
 * The same of a vote: a shared lock, the ballot and the answer.
 *
 * @returns runs one batch
 * @internal
 */
export function bareVotes(knex: Knex, count: number): () => Promise<number> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  let round = 0;
  return () => {
    round += 1;
    return timed(() =>
      atOnce(CLIENTS, numbers, number =>
        knex.transaction(async trx => {
          await prepared(trx, SHARED, [1]);
          await writeTogether(trx, [
            ...ballotRow(trx, round, number),
            ...answerRow(trx),
          ]);
        }),
      ),
    );
  };
}

function journalLine(trx: Knex, id: number): Write[] {
  const place = { item_id: id, seq: 4 };
  const facts = { rev: 4, type: 'action', person_id: 1, at: AT };
  const hashes = { payload_hash: HASH, previous: HASH, hash: HASH };
  const said = { salt: HASH, payload: '{"action":"withdraw"}' };
  return [
    ...insertion(trx, 'journal', [{ ...place, ...facts, ...hashes }]),
    ...insertion(trx, 'journal_payload', [{ ...place, ...said }]),
  ];
}

function answerRow(trx: Knex): Write[] {
  const name = { person_id: 1, idempotency_key: randomUUID() };
  const answer = { fingerprint: HASH, status: 200, body: ANSWER, at: AT };
  return insertion(trx, 'commands', [{ ...name, ...answer }]);
}

// On a board of nobody's, so that no vote that is counted is among them.
function ballotRow(trx: Knex, round: number, number: number): Write[] {
  const board = { item_id: 0, board: 'bare', round };
  const ballot = { voter_id: 1, number, choice: 'approve', reason: null };
  return insertion(trx, 'ballots', [{ ...board, ...ballot, at: AT }]);
}
