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
      .where({ status: 'waiting' })
      .andWhere('available_at', '<=', now)
      .andWhere(query =>
        query.whereNull('lease_until').orWhere('lease_until', '<', now),
      )
      .whereNotExists(olderInLane(this.knex))
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

  /** An effect was carried out. */
  async done(id: number): Promise<void> {
    await this.knex('outbox')
      .where({ id })
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

function olderInLane(knex: Knex): Knex.QueryBuilder {
  return (
    knex('outbox as older')
      .where({ 'older.lane': knex.ref('outbox.lane') })
      // Written out, because a database takes a partial index for no parameter.
      .whereRaw("older.status = 'waiting'")
      .andWhere('older.id', '<', knex.ref('outbox.id'))
      .select(knex.raw('1'))
  );
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
