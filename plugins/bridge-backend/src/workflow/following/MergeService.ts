import { MergeInput } from '@techbridge/plugin-bridge-common';
import { dayOf } from '../../database/dayOf';
import { CommandScope } from '../CommandRunner';
import { CommandCaller, ItemCommandService } from '../ItemCommandService';
import { CommandAnswer } from '../KeptAnswers';
import { NamedItemStore } from '../NamedItemStore';
import { Draft, ItemRecord } from '../records';
import { StaleItemError } from '../refusals';
import { mergeRefusal } from './mergeRefusal';
import { mergeProblem } from './model';

/**
 * Merges duplicates, and undoes that. What it means for the state of an item is
 * decided by the engine, by the action that its workflow has for duplicates.
 *
 * @internal
 */
export class MergeService {
  constructor(private readonly parts: { commands: ItemCommandService }) {}

  /**
   * Merges an item into another one of its kind.
   *
   * @throws BridgeError at `into` when that one cannot take it
   */
  merge(
    key: string,
    input: MergeInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.parts.commands.change(
      key,
      caller,
      ['merge', key, input],
      (scope, record) => this.carryOut(scope, record, input),
      // In one order, so that two who merge crosswise do not wait for each other.
      async ({ unit }) => {
        for (const one of [key, input.into].sort()) {
          await unit.load(one);
        }
      },
    );
  }

  /** Undoes a merge: the item returns to where it was. */
  unmerge(
    key: string,
    { rev }: { rev: number },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.parts.commands.change(
      key,
      caller,
      ['unmerge', key, rev],
      ({ unit }, record) => {
        refuseStale(record, rev);
        return unit.advance(record, { type: 'unmerge' });
      },
    );
  }

  private async carryOut(
    { trx, unit }: CommandScope,
    record: ItemRecord,
    { into, rev, reason }: MergeInput,
  ): Promise<Draft> {
    refuseStale(record, rev);
    const { sees, now, timeZone } = unit.acting;
    const reader = { filter: sees, today: dayOf(now, timeZone) };
    const seen = await new NamedItemStore(trx).find([into], reader, false);
    const target = seen.has(into) ? await unit.load(into, 'look') : undefined;
    const problem = mergeProblem(await unit.open(record), into, target);
    if (problem) {
      throw await mergeRefusal(trx, unit.acting, { path: 'into', ...problem });
    }
    return unit.advance(record, { type: 'merge', into, reason });
  }
}

function refuseStale(record: ItemRecord, rev: number): void {
  if (record.rev !== rev) {
    throw new StaleItemError(record.item.key);
  }
}
