import {
  Directory,
  DirectoryNeeds,
  DueEffect,
  ItemData,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { Transaction } from './ItemStore';

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

/** An effect waiting in the outbox. @internal */
export interface OutboxEffect {
  /** The same for every attempt; receivers drop what they know. */
  dedupeKey: string;
  use: string;
  with: Record<string, unknown>;
  item: { id: number; key: string; title: string; workflow: string };
  actor: string;
  at: string;
  /** How often it was tried, this time included. */
  attempts: number;
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
  handle(effect: OutboxEffect): Promise<void>;
}

/** Knows which references lead somewhere. @internal */
export interface ReferenceChecker {
  /** Those that lead nowhere. */
  unknown(refs: string[]): Promise<string[]>;
}
