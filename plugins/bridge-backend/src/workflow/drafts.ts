import {
  Directory,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { systemOf, titleOf } from './itemFacts';
import { CHAIN_START } from './journalChain';
import { Draft, ItemRecord } from './records';

/** An item that is about to be made. @internal */
export function blankRecord(
  definition: WorkflowDefinition,
  item: WorkItem,
): Omit<ItemRecord, 'id'> {
  return {
    kind: definition.subject.kind,
    title: titleOf(item),
    system: systemOf(item),
    item: { ...item, boards: [] },
    rev: 0,
    seq: 0,
    head: CHAIN_START,
    updatedAt: item.createdAt,
    dueAt: null,
    dueWorking: null,
    hasLinks: false,
    isFollowed: false,
    open: true,
  };
}

/** An item at the beginning of a command. @internal */
export function unmoved(
  record: ItemRecord,
  definition: WorkflowDefinition,
  directory: Directory,
): Draft {
  return {
    record,
    definition,
    directory,
    item: record.item,
    lines: [],
    timers: [],
    effects: [],
    past: [],
    carried: [],
    entered: false,
  };
}
