import {
  Ballot,
  Directory,
  DueEffect,
  DueTimer,
  ItemBoard,
  JournalLine,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { ItemFilter } from '../permissions/itemRules';

/** An item as it stands in the database. @internal */
export interface ItemRecord {
  id: number;
  kind: string;
  title: string;
  system: string | null;
  item: WorkItem;
  rev: number;
  seq: number;
  /** The hash of its last journal row. */
  head: string;
  updatedAt: string;
  dueAt: string | null;
  /** Whether what is due was counted in working time, where that is known. */
  dueWorking: boolean | null;
  hasLinks: boolean;
  /** Whether somebody supports or watches it, or it is part of a merge. */
  isFollowed: boolean;
  open: boolean;
}

/** An item of a list, without its data. @internal */
export interface ItemRowRecord {
  id: number;
  key: string;
  workflow: string;
  version: number;
  title: string;
  state: string;
  system: string | null;
  outcome: string | null;
  rev: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  dueAt: string | null;
  dueWorking: boolean | null;
  open: boolean;
  /** Whether only its readers see it. */
  isPrivate: boolean;
}

/** A ballot that counts in a new round without being cast again. @internal */
export interface CarriedRow {
  itemId: number;
  board: string;
  round: number;
  voterId: number;
  castById: number | null;
  choice: Ballot['choice'];
  reason: string | null;
  at: string;
}

/** An item on its way through a command. @internal */
export interface Draft {
  record: ItemRecord;
  definition: WorkflowDefinition;
  directory: Directory;
  item: WorkItem;
  lines: JournalLine[];
  timers: DueTimer[];
  effects: DueEffect[];
  /** Boards that have ended and are no longer among those of the item. */
  past: ItemBoard[];
  carried: CarriedRow[];
  /** Whether a state was entered, so that work is handed out anew. */
  entered: boolean;
  /** Whether it is due when it was before, also where a state was entered. */
  isDueAsBefore?: boolean;
  /** The item as it is going to be written. */
  written?: ItemRecord;
  /** The ballots that count, by board, where the command knows them. */
  ballots?: Map<string, Ballot[]>;
}

/** A board as a row of its own, for the worker and for later readers. @internal */
export interface BoardRow {
  itemId: number;
  board: ItemBoard;
}

/** Who acts, and when. @internal */
export interface Acting {
  /** A person's reference, or `system`. */
  ref: string;
  id: number;
  /** ISO 8601, UTC, milliseconds. */
  now: string;
  timeZone: string;
  /** Which items may be seen, and so be linked. */
  sees: ItemFilter;
}
