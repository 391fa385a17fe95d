import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { OutboxEffect } from './hooks';

/** An effect that a worker has taken. @internal */
export type TakenEffect = Omit<OutboxEffect, 'recorded'> & {
  /** How often it has failed; who took it may also have died. */
  failures: number;
};

interface Columns {
  id: number;
  dedupe_key: string;
  use: string;
  effect: string;
  attempts: number;
  failures: number;
  available_at: string;
}

// Written out, because a database takes a partial index for no parameter.
const IS_WAITING = "outbox.status = 'waiting'";

// The same by what else there is, for which there is the index of lanes alone:
// next to nothing waits as a rule, so that PostgreSQL believes that it may as
// well look for a lane through all that waits.
const OLDER_WAITS = ['done', 'dead', 'discarded']
  .map(status => `older.status <> '${status}'`)
  .join(' and ');

/**
 * Effects wait here from the commit of their command until they are carried
 * out. Taking one is a lease: when a worker dies, another takes it.
 *
 * @internal
 */
export class OutboxStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Takes effects that are due, the oldest first. Of those in one lane only the
   * oldest can be taken, also while it is tried again or somebody else has it.
   */
  async take(
    now: string,
    until: string,
    limit: number,
  ): Promise<TakenEffect[]> {
    const free = this.knex('outbox')
      .whereRaw(IS_WAITING)
      .andWhere('available_at', '<=', now)
      .andWhere(query =>
        query.whereNull('lease_until').orWhere('lease_until', '<', now),
      )
      .andWhere(isOldestInLane(this.knex))
      .orderBy('id')
      .limit(limit)
      .select('id');
    if (isPostgres(this.knex)) {
      free.forUpdate().skipLocked();
    }
    const rows: Columns[] = await this.knex('outbox')
      .whereIn('id', free)
      .update({
        lease_until: until,
        attempts: this.knex.raw('attempts + 1'),
      })
      .returning('*');
    return rows.map(toEffect).sort((a, b) => a.id - b.id);
  }

  /** Effects were carried out. */
  async done(ids: number[]): Promise<void> {
    await this.knex('outbox')
      .whereIn('id', ids)
      .update({ status: 'done', lease_until: null, last_error: null });
  }

  /** Holds an effect for longer; false where somebody has taken it since. */
  async renew(effect: TakenEffect, until: string): Promise<boolean> {
    const renewed = await this.held(effect).update({ lease_until: until });
    return renewed > 0;
  }

  /** Whether nobody has taken an effect since, because its lease was over. */
  async isHeld(effect: TakenEffect): Promise<boolean> {
    return (await this.held(effect).first('id')) !== undefined;
  }

  /**
   * An effect failed; it is tried again, or given up when no time is named.
   * Whoever was too slow and lost it to another has no say any more.
   */
  async failed(
    effect: TakenEffect,
    error: string,
    again?: string,
  ): Promise<void> {
    await this.held(effect).update({
      status: again ? 'waiting' : 'dead',
      lease_until: null,
      failures: effect.failures + 1,
      last_error: error.slice(0, 2_000),
      ...(again && { available_at: again }),
    });
  }

  // Each who takes it counts its attempts up.
  private held({ id, attempts }: TakenEffect): Knex.QueryBuilder {
    return this.knex('outbox').where({ id, attempts, status: 'waiting' });
  }
}

function isOldestInLane(knex: Knex) {
  const oldest = knex('outbox as older')
    .where({ 'older.lane': knex.ref('outbox.lane') })
    .whereRaw(OLDER_WAITS)
    .min('older.id');
  return (query: Knex.QueryBuilder) =>
    query.whereNull('lane').orWhere('outbox.id', oldest);
}

function toEffect(row: Columns): TakenEffect {
  const effect: Pick<
    OutboxEffect,
    'with' | 'item' | 'actor' | 'saveTo' | 'onDone' | 'onFail'
  > = JSON.parse(row.effect);
  return {
    ...effect,
    id: row.id,
    dedupeKey: row.dedupe_key,
    use: row.use,
    attempts: row.attempts,
    failures: row.failures,
    at: row.available_at,
  };
}
