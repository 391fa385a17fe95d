import { ItemData, WorkItem } from '@techbridge/bridge-workflow';
import { ItemRecord } from './records';

/** A row of the table `items`, with its creator. @internal */
export interface ItemColumns {
  id: number;
  key: string;
  workflow: string;
  version: number;
  kind: string;
  title: string;
  state: string;
  phase: string | null;
  system: string | null;
  outcome: string | null;
  is_open: boolean | number;
  data: string;
  engine: string;
  rev: number;
  seq: number;
  head: string;
  creator: string;
  created_at: string;
  updated_at: string;
  due_at: string | null;
  due_working: boolean | number | null;
  has_links: boolean | number;
  is_followed: boolean | number;
}

/** The columns of such a row, where `items` is joined with `person`. @internal */
export const ITEM_COLUMNS = [
  ...['id', 'key', 'workflow', 'version', 'kind', 'title', 'state', 'phase'],
  ...['system', 'outcome', 'is_open', 'data', 'engine', 'rev', 'seq', 'head'],
  ...['created_at', 'updated_at', 'due_at', 'due_working'],
  ...['has_links', 'is_followed'],
]
  .map(column => `items.${column}`)
  .concat('person.entity_ref as creator')
  .join(', ');

type Engine = Pick<
  WorkItem,
  | 'previous'
  | 'entry'
  | 'enteredAt'
  | 'taken'
  | 'milestones'
  | 'boards'
  | 'conditions'
  | 'kept'
  | 'standing'
  | 'numbers'
  | 'reopened'
  | 'merged'
  | 'private'
  | 'successors'
>;

/** What only the engine knows of an item. @internal */
export function toEngine(item: WorkItem): Engine {
  const { previous, entry, enteredAt, taken, milestones } = item;
  const { boards, conditions, kept, standing, reopened, merged } = item;
  return {
    ...{ previous, entry, enteredAt, taken, milestones },
    ...{ boards, conditions, kept, standing, reopened, merged },
    ...{ numbers: item.numbers, private: item.private },
    successors: item.successors,
  };
}

/** How a due time was counted, from its column. @internal */
export function toDueWorking(column: boolean | number | null): boolean | null {
  return column === null ? null : Boolean(column);
}

/** An item from its row. @internal */
export function toItemRecord(row: ItemColumns): ItemRecord {
  const engine: Engine = JSON.parse(row.engine);
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    system: row.system,
    item: {
      ...engine,
      key: row.key,
      workflow: { id: row.workflow, version: row.version },
      state: row.state,
      data: JSON.parse(row.data) as ItemData,
      createdBy: row.creator,
      createdAt: row.created_at,
      ...(row.outcome !== null && { outcome: row.outcome }),
    },
    rev: row.rev,
    seq: row.seq,
    head: row.head,
    updatedAt: row.updated_at,
    dueAt: row.due_at,
    dueWorking: toDueWorking(row.due_working),
    hasLinks: Boolean(row.has_links),
    isFollowed: Boolean(row.is_followed),
    open: Boolean(row.is_open),
  };
}
