import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { ItemStateView } from '@techbridge/plugin-bridge-common';
import { ItemNarrowing } from './CaseStore';
import { Transaction } from './RevisionStore';

/** What the library needs to know of the work item behind a case. @internal */
export interface ItemView {
  state: ItemStateView;
  /** For whom it waits now. */
  assignees: string[];
  createdBy: string;
  /** Whether it is in no end state. */
  open: boolean;
}

/** Tells what state items are in. @internal */
export interface ItemReader {
  /** Items by key; the caller's permission has been asked already. */
  view(
    keys: string[],
    caller: BackstageCredentials,
  ): Promise<Map<string, ItemView>>;
}

/** Asks the permission framework about items, exactly once a call. @internal */
export interface ItemGate {
  /**
   * What narrows a query that has `items` in it to those that the caller may
   * do this with.
   *
   * @throws BridgeError `not-allowed` when it is none at all
   */
  narrowing(
    permission: ResourcePermission,
    caller: BackstageCredentials,
  ): Promise<ItemNarrowing>;
}

/** A case's text as the data of its work item. @internal */
export interface CaseData {
  title: string;
  /** The one that the workflow asks for people. */
  system: string;
  systems: string[];
  language: 'zh' | 'en';
  body: string;
}

/** Sends commands on the work items of cases, as people send them. @internal */
export interface CaseStarter {
  /** Makes the item of a case. */
  create(
    data: CaseData & { type: 'case' },
    caller: BackstageCredentials,
    idempotencyKey?: string,
  ): Promise<{ key: string }>;
  /**
   * Changes the text of a case.
   *
   * @param rev - the number of the item that was seen
   * @throws BridgeError `item-changed`, once the caller was found to be
   * allowed to act on the item, when it has another number
   */
  edit(
    key: string,
    rev: number,
    data: CaseData,
    caller: BackstageCredentials,
  ): Promise<void>;
}

/** An item that hangs together with another one. @internal */
export interface ChainItem {
  key: string;
  kind: string;
  title: string;
  data: Record<string, unknown>;
}

/** Reads what led to an item. @internal */
export interface ChainReader {
  /** The item itself and every item that hangs together with it. */
  chainOf(trx: Transaction, key: string): Promise<ChainItem[]>;
}

/** The numbers by which tables name people. @internal */
export interface PersonNumbers {
  /** People by reference; those not known yet are remembered. */
  ids(trx: Transaction, refs: string[]): Promise<Map<string, number>>;
}

/** Numbers changes that the catalog has to show, in the order of commits. @internal */
export interface NumberedChanges {
  inTransaction<T>(
    run: (trx: Transaction, change: number) => Promise<T>,
  ): Promise<T>;
}
