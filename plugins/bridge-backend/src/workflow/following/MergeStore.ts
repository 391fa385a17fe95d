import { Transaction } from '../ItemStore';

/** That an item is a duplicate of another one from now on, or no longer. @internal */
export interface MergeRow {
  duplicateId: number;
  /** Who has decided so. */
  byId: number;
  at: string;
}

/**
 * Which items are duplicates of which others, each row in the transaction of
 * its command.
 *
 * @internal
 */
export class MergeStore {
  /** Adds that an item is a duplicate. */
  async begin(
    trx: Transaction,
    { duplicateId, targetId, byId, at }: MergeRow & { targetId: number },
  ): Promise<void> {
    const items = { duplicate_id: duplicateId, target_id: targetId };
    await trx('merges').insert({ ...items, by_id: byId, at });
  }

  /** Notes that an item is a duplicate no longer, and parts it from the other. */
  async end(
    trx: Transaction,
    { duplicateId, byId, at }: MergeRow,
  ): Promise<void> {
    const rows: { target_id: number }[] = await trx('merges')
      .where({ duplicate_id: duplicateId, undone_at: null })
      .update({ undone_by: byId, undone_at: at })
      .returning('target_id');
    for (const { target_id: target } of rows) {
      await trx('links')
        .where({ from_item: duplicateId, to_item: target })
        .where({ type: 'duplicateOf' })
        .delete();
    }
  }
}
