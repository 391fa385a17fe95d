import { Knex } from 'knex';
import { brokenRecords } from './brokenRecords';

/** Whoever sends what the programme office asks for. */
interface Sender {
  post(name: string, path: string, body: object): PromiseLike<{ body: object }>;
}

/**
 * After whatever has happened at once: no record contradicts another one, the
 * ledger is what the journal says, and nobody can change it.
 */
export async function expectSoundLedger(
  people: Sender,
  knex: Knex,
): Promise<void> {
  expect(await brokenRecords(knex)).toEqual([]);
  const { body } = await people.post('lin.xiaolan', '/ledger/rebuild', {});
  const rows = await knex('ledger');
  expect(body).toEqual({ rows: rows.length, missing: 0, surplus: 0 });
  if (rows.length > 0) {
    const refusal = /append-only/;
    await expect(knex('ledger').update({ points: 0 })).rejects.toThrow(refusal);
    await expect(knex('ledger').delete()).rejects.toThrow(refusal);
  }
}
