import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { isPostgres } from './isPostgres';

const FRESH_FOR_MS = 5_000;

/**
 * The clock that all rules count with: the time of the database plus an offset
 * kept in one row, so that every replica counts alike and a demo can stand at
 * a date of its own.
 *
 * @internal
 */
export class Clock {
  private reading?: { ahead: number; offset: number; at: number };

  constructor(private readonly knex: Knex, readonly timeZone: string) {}

  /**
   * The current time in the plant's time zone. A reading of the database is
   * good for five seconds; the time goes on in between.
   */
  async now(): Promise<DateTime> {
    const { ahead } = await this.read();
    return this.inZone(Date.now() + ahead);
  }

  /** The current moment as ISO 8601 in UTC, as tables keep it. */
  async moment(): Promise<string> {
    const { ahead } = await this.read();
    return new Date(Date.now() + ahead).toISOString();
  }

  /** The current day as `YYYY-MM-DD`. */
  async today(): Promise<string> {
    return (await this.now()).toISODate() ?? '';
  }

  /** Whether the clock stands at another time than the database. */
  async isShifted(): Promise<boolean> {
    return (await this.read()).offset !== 0;
  }

  /** Sets the clock so that it shows the given moment, and never one before. */
  async set(moment: DateTime): Promise<void> {
    const row = await this.knex('clock')
      .where({ id: 1 })
      .first({ time: this.timeExpression() });
    const offset = moment.toMillis() - wholeMilliseconds(row.time);
    await this.knex('clock').where({ id: 1 }).update({ offset_ms: offset });
    this.reading = undefined;
  }

  private inZone(milliseconds: number): DateTime {
    return DateTime.fromMillis(milliseconds, { zone: this.timeZone });
  }

  private async read() {
    const known = this.reading;
    if (known && Math.abs(Date.now() - known.at) < FRESH_FOR_MS) {
      return known;
    }
    const row = await this.knex('clock')
      .where({ id: 1 })
      .first({ offset: 'offset_ms', time: this.timeExpression() });
    const offset = Number(row.offset);
    const at = Date.now();
    const ahead = wholeMilliseconds(row.time) + offset - at;
    const reading = { ahead, offset, at };
    this.reading = reading;
    return reading;
  }

  private timeExpression(): Knex.Raw {
    return isPostgres(this.knex)
      ? this.knex.raw('extract(epoch from clock_timestamp()) * 1000')
      : this.knex.raw("(julianday('now') - 2440587.5) * 86400000");
  }
}

/**
 * The databases tell the time in fractions. It is rounded wherever it is read,
 * so that a sum of readings is exact and a later one is never the smaller.
 */
function wholeMilliseconds(time: unknown): number {
  return Math.round(Number(time));
}
