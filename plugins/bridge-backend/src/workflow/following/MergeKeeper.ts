import { fieldWith } from '../fieldWith';
import { MergeChange, MergeHook } from '../hooks';
import { FollowStore } from './FollowStore';
import { MergeStore } from './MergeStore';
import { mergeRefusal } from './mergeRefusal';
import { mergeProblem } from './model';
import { tellWhereEnough } from './tellWhereEnough';

/**
 * Keeps what a merge means for the other item, whichever command has made or
 * ended it: the link, the followers and a line in the other history.
 *
 * @internal
 */
export class MergeKeeper implements MergeHook {
  constructor(
    private readonly parts: { merges: MergeStore; follows: FollowStore },
  ) {}

  /** Carries out what follows from a merge that has begun or ended. */
  async keep(change: MergeChange): Promise<void> {
    if (change.before) {
      await this.end(change, change.before.into);
    }
    const { merged } = change.draft.item;
    if (merged) {
      await this.begin(change, merged.into);
    }
  }

  private async begin(
    { trx, unit, draft }: MergeChange,
    into: string,
  ): Promise<void> {
    const { id: duplicateId, item } = draft.record;
    const field = fieldWith(draft.item.data, into, 'into');
    const target = await unit.load(into);
    const problem = mergeProblem(draft, into, target);
    if (problem || !target) {
      const code = problem ?? { code: 'unknown-item' as const };
      throw await mergeRefusal(trx, unit.acting, { path: field, ...code });
    }
    const isLinked = draft.lines.some(
      ({ type, payload }) =>
        type === 'linked' &&
        payload.type === 'duplicateOf' &&
        payload.key === into,
    );
    if (!isLinked) {
      await unit.link(draft, { type: 'duplicateOf', key: into }, { field });
    }
    const { follows, merges } = this.parts;
    const other = await unit.open(target);
    await tellWhereEnough({ trx, unit, follows, draft: other }, () =>
      merges.begin(trx, {
        ...{ duplicateId, targetId: target.id },
        ...{ byId: unit.acting.id, at: unit.acting.now },
      }),
    );
    await follows.mark(trx, duplicateId);
    draft.record = { ...draft.record, isFollowed: true };
    const payload = { key: item.key, inward: true };
    await unit.note(target, { type: 'merged', payload });
  }

  private async end(
    { trx, unit, draft }: MergeChange,
    into: string,
  ): Promise<void> {
    const { id: duplicateId, item } = draft.record;
    const { id: byId, now: at } = unit.acting;
    await this.parts.merges.end(trx, { duplicateId, byId, at });
    const target = await unit.load(into);
    if (target) {
      const payload = { key: item.key, inward: true };
      await unit.note(target, { type: 'unmerged', payload });
    }
  }
}
