import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';

const POLL_MS = 100;
const PATIENCE_MS = 30 * 60_000;

/** A row of a table, and what it says at one moment. @internal */
export type Snapshot = Map<string, string>;

/**
 * Looks into the catalog's tables from outside.
 *
 * @internal
 */
export class CatalogTables {
  constructor(private readonly knex: Knex) {}

  /**
   * Waits until nothing is left to process or to stitch.
   *
   * @returns when that was, as `performance.now()` counts
   */
  async settled(): Promise<number> {
    const patience = performance.now() + PATIENCE_MS;
    let since: number | undefined;
    while (performance.now() < patience) {
      if ((await this.waiting()) > 0) {
        since = undefined;
      } else if (since === undefined) {
        since = performance.now();
      } else if (performance.now() > since + 10 * POLL_MS) {
        // Between processing and stitching the queues are empty for a moment.
        return since;
      }
      await setTimeout(POLL_MS);
    }
    throw new Error('The catalog did not come to rest');
  }

  /** How many entities readers find, and how many relations of a type. */
  async stitched(
    type: string,
  ): Promise<{ entities: number; relations: number }> {
    const entities = await this.number(
      'SELECT count(*) AS n FROM final_entities WHERE final_entity IS NOT NULL',
    );
    const relations = await this.number(
      `SELECT count(*) AS n
       FROM final_entities,
         jsonb_array_elements(final_entity::jsonb -> 'relations') AS relation
       WHERE relation ->> 'type' = ?`,
      [type],
    );
    return { entities, relations };
  }

  /** Every row that a mutation may write, with who wrote it last. */
  async writers(): Promise<Snapshot> {
    const { rows } = await this.knex.raw(
      `SELECT entity_id::text AS key, xmin::text AS value FROM refresh_state
       UNION ALL
       SELECT id::text, xmin::text FROM refresh_state_references`,
    );
    return toSnapshot(rows);
  }

  /** What is to be processed, and when. */
  async plans(): Promise<Snapshot> {
    const { rows } = await this.knex.raw(
      `SELECT entity_ref AS key, unprocessed_hash || next_update_at AS value
       FROM refresh_state`,
    );
    return toSnapshot(rows);
  }

  /** Takes out what came with these location keys, as if it never came. */
  async forget(locationKeys: string[]): Promise<void> {
    const known = this.knex('refresh_state').whereIn(
      'location_key',
      locationKeys,
    );
    await this.knex('refresh_state_references')
      .whereIn('target_entity_ref', known.clone().select('entity_ref'))
      .delete();
    await known.delete();
    await this.knex.raw('VACUUM ANALYZE refresh_state');
    await this.knex.raw('VACUUM ANALYZE refresh_state_references');
  }

  private waiting(): Promise<number> {
    return this.number(
      `SELECT (SELECT count(*) FROM refresh_state WHERE result_hash IS NULL)
         + (SELECT count(*) FROM refresh_state WHERE next_update_at <= now())
         + (SELECT count(*) FROM stitch_queue) AS n`,
    );
  }

  private async number(sql: string, bindings: string[] = []): Promise<number> {
    const { rows } = await this.knex.raw(sql, bindings);
    return Number(rows[0].n);
  }
}

/** How many rows came, went or say something else. @internal */
export function differences(before: Snapshot, after: Snapshot): number {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter(key => before.get(key) !== after.get(key)).length;
}

function toSnapshot(rows: { key: string; value: string }[]): Snapshot {
  return new Map(rows.map(({ key, value }) => [key, value] as const));
}
