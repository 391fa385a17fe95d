import { Knex } from 'knex';
import { prepared } from '../../../plugins/bridge-backend/src/database/prepared';

/** How many effects are taken at once. @internal */
export const AT_ONCE = 20;

const TAKE = `
  select * from outbox
  where status = 'waiting' and available_at <= ?
    and (lease_until is null or lease_until < ?)
  order by id limit ${AT_ONCE} for update skip locked`;
const LEASE = `
  update outbox set lease_until = ?, attempts = attempts + 1
  where id = any(cast(? as integer[]))`;
const DONE = `
  update outbox set status = 'done', lease_until = null
  where id = any(cast(? as integer[]))`;

const NOW = '2026-02-01T00:00:00.000Z';
const UNTIL = '2026-02-01T00:01:00.000Z';

/**
 * What taking effects costs where nothing is decided and nothing carried out: a
 * transaction that takes some and leases them, and a statement that says that
 * they are done.
 *
 * @param doneAtOnce - how many are said to be done with one statement
 * @internal
 */
export async function bareDrain(
  knex: Knex,
  doneAtOnce = AT_ONCE,
): Promise<void> {
  for (;;) {
    const ids = await takeSome(knex);
    if (ids.length === 0) {
      return;
    }
    for (let from = 0; from < ids.length; from += doneAtOnce) {
      await prepared(knex, DONE, [ids.slice(from, from + doneAtOnce)]);
    }
  }
}

async function takeSome(knex: Knex): Promise<string[]> {
  return knex.transaction(async trx => {
    const rows = await prepared<{ id: number }>(trx, TAKE, [NOW, NOW]);
    const ids = rows.map(({ id }) => String(id));
    if (ids.length > 0) {
      await prepared(trx, LEASE, [UNTIL, ids]);
    }
    return ids;
  });
}
