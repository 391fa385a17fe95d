import { ConflictError, ResponseError } from '@backstage/errors';
import createKnex from 'knex';
import { isOutage } from './isOutage';

function coded(code: string): Error {
  return Object.assign(new Error('something'), { code });
}

const answered = async (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

it.each([
  ['nobody listens', coded('ECONNREFUSED')],
  ['a connection breaks', coded('ECONNRESET')],
  ['PostgreSQL is shut down', coded('57P01')],
  ['PostgreSQL has crashed', coded('57P02')],
  ['PostgreSQL starts', coded('57P03')],
  ['too many are connected', coded('53300')],
  ['its disk is full', coded('53100')],
  ['it may only be read', coded('25006')],
  ['the disk of SQLite is full', coded('SQLITE_FULL')],
  ['it cannot be written', coded('SQLITE_IOERR_WRITE')],
  ['somebody else writes', coded('SQLITE_BUSY_SNAPSHOT')],
  [
    'it ends in the middle of a statement',
    new Error('select 1 - Connection terminated unexpectedly'),
  ],
  [
    'a statement meets a dead connection',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['something else is the cause', new Error('x', { cause: coded('EPIPE') })],
])('when %s, the same may succeed later', (_, error) => {
  expect(isOutage(error)).toBe(true);
});

it('so it may when another part of the platform fails', async () => {
  expect(isOutage(await answered(500))).toBe(true);
  expect(isOutage(await answered(404))).toBe(false);
});

it.each([
  ['a row that is there already', coded('23505')],
  ['a deadlock', coded('40P01')],
  ['a row of SQLite that is there already', coded('SQLITE_CONSTRAINT_UNIQUE')],
  ['a statement with mistakes', coded('42601')],
  ['a conflict', new ConflictError('Connection')],
  ['a mistake of ours', new TypeError('x is undefined')],
  ['nothing', undefined],
  ['a text', 'Connection'],
])('%s is no such thing', (_, error) => {
  expect(isOutage(error)).toBe(false);
});

it('knows what a pool says that waits for too long', async () => {
  const knex = createKnex({
    ...{ client: 'better-sqlite3', useNullAsDefault: true },
    ...{ connection: ':memory:', acquireConnectionTimeout: 50 },
    log: { warn: () => undefined },
  });
  const error = await knex
    .transaction(() => knex.raw('select 1'))
    .catch(thrown => thrown);
  await knex.destroy();
  expect(isOutage(error)).toBe(true);
});
