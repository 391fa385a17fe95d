import { DueTimer } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';

/** A timer that is due. @internal */
export interface DueTimerRow {
  id: number;
  itemId: number;
  entry: number;
  timer: string;
  fireAt: string;
}

/**
 * Timers as rows, so that no restart loses one.
 *
 * @internal
 */
export class TimerStore {
  constructor(private readonly knex: Knex) {}

  /** The timers that are due, the earliest first. */
  async due(now: string, limit: number): Promise<DueTimerRow[]> {
    return this.knex('timers')
      .whereNull('done_at')
      .andWhere('fire_at', '<=', now)
      .orderBy(['fire_at', 'id'])
      .limit(limit)
      .select('id', 'entry', 'timer')
      .select('item_id as itemId', 'fire_at as fireAt');
  }

  /** The timers of some items that are on, by item. One statement. */
  async waiting(
    itemIds: number[],
    connection: Knex = this.knex,
  ): Promise<Map<number, DueTimer[]>> {
    const rows: (DueTimer & { itemId: number })[] = await connection('timers')
      .whereIn('item_id', itemIds)
      .whereNull('done_at')
      .orderBy(['fire_at', 'id'])
      .select({ itemId: 'item_id', id: 'timer', fireAt: 'fire_at' }, 'entry');
    const found = new Map<number, DueTimer[]>();
    for (const { itemId, ...timer } of rows) {
      found.set(itemId, [...(found.get(itemId) ?? []), timer]);
    }
    return found;
  }

  /**
   * Takes a timer off, in the transaction that fires it.
   *
   * @returns whether it was still on; another replica may have been faster
   */
  async takeOff(
    id: number,
    now: string,
    connection: Knex = this.knex,
  ): Promise<boolean> {
    const changed = await connection('timers')
      .where({ id })
      .whereNull('done_at')
      .update({ done_at: now });
    return changed === 1;
  }
}
