/** Codes of the operating system. */
const CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** Codes of SQLite, which says after them what it was about. */
const OF_SQLITE = /^SQLITE_(BUSY|CANTOPEN|FULL|IOERR|READONLY)(_|$)/;

/**
 * States of PostgreSQL: no connection, no room or no memory left, read only,
 * shut down by its administrator, crashed, or just starting.
 */
const STATES = /^(08\w{3}|53\w{3}|25006|57P0[1-5])$/;

/** What drivers say without a code, at the end of what they say. */
const SENTENCES =
  /(Connection terminated|Connection terminated unexpectedly|Connection ended unexpectedly|is not queryable|Unable to acquire a connection)$/;

const NAMES = new Set(['KnexTimeoutError', 'ServiceUnavailableError']);

/** An error as far as it says what it comes from. */
interface Trouble {
  name?: string;
  code?: unknown;
  message?: string;
  /** Of another part of the platform that was asked. */
  statusCode?: number;
  cause?: unknown;
}

/**
 * Whether something has failed because the database, or another part of the
 * platform, cannot be reached or cannot work at the moment: it is nobody's
 * mistake, and the same may succeed a little later.
 *
 * @internal
 */
export function isOutage(error: unknown): boolean {
  const { name, code, message, statusCode, cause } = (error ?? {}) as Trouble;
  return (
    NAMES.has(name ?? '') ||
    isOutageCode(code) ||
    SENTENCES.test(message ?? '') ||
    (name === 'ResponseError' && Number(statusCode) >= 500) ||
    (cause !== undefined && cause !== error && isOutage(cause))
  );
}

function isOutageCode(code: unknown): boolean {
  return (
    typeof code === 'string' &&
    (CODES.has(code) || OF_SQLITE.test(code) || STATES.test(code))
  );
}
