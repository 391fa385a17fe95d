import {
  Command,
  Directory,
  DirectoryNeeds,
  DueEffect,
  ItemData,
  JournalLine,
  Merged,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { Transaction } from './ItemStore';
import { Acting, Draft, ItemRecord } from './records';

/** A line of an item's journal as it is written. @internal */
export interface JournalRow {
  itemId: number;
  key: string;
  workflow: string;
  /** The kind of the item, such as `Proposal`. */
  kind: string;
  title: string;
  seq: number;
  rev: number;
  type: string;
  /** Who did it: a person's reference, or `system`. */
  actor: string;
  at: string;
  payload: Record<string, unknown>;
}

/**
 * Facts that another area keeps about what happens to items. They are written
 * in the transaction of the command, so that they can never disagree with it.
 *
 * @internal
 */
export interface Projection {
  apply(trx: Transaction, rows: JournalRow[]): Promise<void>;
}

/** A merge that a command has made or ended. @internal */
export interface MergeChange {
  trx: Transaction;
  /** The command, as far as it works on items. */
  unit: {
    acting: Acting;
    load(key: string): Promise<ItemRecord | undefined>;
    open(record: ItemRecord): Promise<Draft>;
    advance(record: ItemRecord, command: Command): Promise<Draft>;
    note(record: ItemRecord, line: JournalLine): Promise<Draft>;
    link(
      draft: Draft,
      link: { type: string; key: string },
      place: { field: string },
    ): Promise<void>;
  };
  draft: Draft;
  /** The merge that has ended. */
  before?: Merged;
}

/** Keeps what a merge means for the other item. @internal */
export interface MergeHook {
  keep(change: MergeChange): Promise<void>;
}

/** Who is who, fetched in one statement before the engine runs. @internal */
export interface RoleResolver {
  load(
    trx: Transaction,
    needs: DirectoryNeeds,
    now: string,
  ): Promise<Directory>;
}

/** Who is who, for a reader. @internal */
export interface DirectoryReader {
  read(needs: DirectoryNeeds, now: string): Promise<Directory>;
  /** Lets go of what is kept for some seconds, where something is. */
  refresh?(): void;
}

/** An item that is to be made in the transaction of a command. @internal */
export interface ItemToCreate {
  workflow: string;
  data: ItemData;
  /** How the source item is linked with the new one. */
  link?: string;
}

/**
 * An effect that belongs to the transaction of its command: it says which item
 * is to be made. Its result is the key of that item.
 *
 * @internal
 */
export interface DraftEffect {
  use: string;
  draft(
    trx: Transaction,
    effect: DueEffect,
    source: WorkItem,
  ): Promise<ItemToCreate>;
}

/**
 * An effect of another room that belongs to the transaction of a person's
 * command: a refusal refuses the command. What a vote or a timer sets off waits
 * in the outbox, so that it can fail without undoing what was decided.
 *
 * @internal
 */
export interface LocalEffect {
  use: string;
  /** @returns what is to be done after the commit; it must not throw */
  carryOut(
    trx: Transaction,
    effect: DueEffect,
    by: { actor: string; now: string },
  ): Promise<() => Promise<void>>;
}

/** An effect waiting in the outbox. @internal */
export interface OutboxEffect {
  /** Grows with the commands that set effects off. */
  id: number;
  /** The same for every attempt; receivers drop what they know. */
  dedupeKey: string;
  use: string;
  with: Record<string, unknown>;
  item: { id: number; key: string; title: string; workflow: string };
  actor: string;
  at: string;
  /** How often it was taken to be tried, this time included. */
  attempts: number;
  /** Where its answer goes: `data.<field>`. */
  saveTo?: string;
  /** What follows when it is done, or given up. */
  onDone?: DueEffect['onDone'];
  onFail?: DueEffect['onFail'];
  /** Whether it is history that is carried out; nobody is told of it. */
  recorded: boolean;
}

/**
 * Carries out effects after the commit, at least once. A failure never undoes
 * what people decided; it is tried again.
 *
 * @internal
 */
export interface EffectHandler {
  use: string;
  /** @returns what `saveTo` keeps, where it answers with something */
  handle(effect: OutboxEffect): Promise<string | void>;
}

/** Knows which references lead somewhere. @internal */
export interface ReferenceChecker {
  /** Those that lead nowhere. */
  unknown(refs: string[]): Promise<string[]>;
  /** How many members each group of the catalog has. */
  members(groups: string[]): Promise<number[]>;
}
