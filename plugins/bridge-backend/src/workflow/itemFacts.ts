import {
  DueTimer,
  isWorkingTimer,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { itemTokens } from './itemTokens';
import { ItemChange } from './UnitStore';
import { Draft } from './records';

/** The title of an item, as its data says. @internal */
export function titleOf({ data, key }: WorkItem): string {
  return String(data.title ?? key).slice(0, 200);
}

/** The name of the system that an item is about. @internal */
export function systemOf({ data }: WorkItem): string | null {
  return typeof data.system === 'string'
    ? data.system.slice(data.system.lastIndexOf('/') + 1)
    : null;
}

/** The row of an item as a draft leaves it; numbers as they were. @internal */
export function changeOf(
  draft: Draft,
  { now, linked }: { now: string; linked: boolean },
): ItemChange {
  const { record, definition, item } = draft;
  const state = definition.states[item.state];
  return {
    record,
    item,
    phase: state.phase ?? null,
    open: state.type !== 'end',
    rev: record.rev,
    seq: record.seq,
    head: record.head,
    title: titleOf(item),
    system: systemOf(item),
    ...(draft.entered && !draft.isDueAsBefore
      ? dueOf(draft)
      : { dueAt: record.dueAt, dueWorking: record.dueWorking }),
    hasLinks: record.hasLinks || linked,
    tokens: isTextNew(draft) ? itemTokens(item) : undefined,
    now,
  };
}

function isTextNew({ record, item }: Draft): boolean {
  const [before, after] = [record.item.data, item.data].map(data =>
    JSON.stringify(data),
  );
  return record.rev === 0 || before !== after;
}

// What comes before the last one are reminders.
function dueOf({ definition, item, timers }: Draft) {
  const last = [...timers].sort(byTime).at(-1);
  const state = definition.states[item.state];
  return last
    ? { dueAt: last.fireAt, dueWorking: isWorkingTimer(state, last.id) }
    : { dueAt: null, dueWorking: null };
}

function byTime(one: DueTimer, other: DueTimer): number {
  return one.fireAt < other.fireAt ? -1 : 1;
}
