import { MergeChange } from '../hooks';
import { Draft } from '../records';
import { FollowStore } from './FollowStore';
import { SUPPORTED, supportersAwaited } from './model';

/**
 * Adds supporters to an item. One that waits for so many more hears it when the
 * last of them has come; it must be held until then, so that it is told once.
 *
 * @internal
 */
export async function tellWhereEnough(
  scope: {
    trx: MergeChange['trx'];
    unit: Pick<MergeChange['unit'], 'advance'>;
    follows: FollowStore;
    draft: Draft;
  },
  add: () => Promise<void>,
): Promise<void> {
  const { trx, unit, follows, draft } = scope;
  const { record, item } = draft;
  const wanted = supportersAwaited(draft);
  if (wanted === undefined) {
    await add();
    return;
  }
  const gained = () => follows.gainedSince(trx, record.id, item.enteredAt);
  const before = await gained();
  await add();
  if (before < wanted && (await gained()) >= wanted) {
    await unit.advance(record, { type: 'event', name: SUPPORTED });
  }
}
