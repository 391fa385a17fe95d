import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { directoryNeeds } from '@techbridge/bridge-workflow';
import { queryTerms } from '@techbridge/cjk-text';
import {
  BridgeError,
  Chain,
  Item,
  itemReadPermission,
  JournalEntry,
  ListItemsQuery,
  MAXIMUM_TOTAL,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { dayOf } from '../database/dayOf';
import { Authorizer } from '../permissions/Authorizer';
import {
  ItemCondition,
  ItemFilter,
  ItemResource,
} from '../permissions/itemRules';
import { ChainStore } from './ChainStore';
import { DefinitionService } from './DefinitionService';
import { DirectoryReader } from './hooks';
import { itemNarrowing } from './itemFilter';
import { ItemPresenter } from './ItemPresenter';
import {
  ItemPage,
  ItemQueryStore,
  itemSortValues,
  ListedItem,
} from './ItemQueryStore';
import { firstBroken } from './journalChain';
import { JournalStore } from './JournalStore';
import { LargeTotals } from './LargeTotals';
import { ItemRecord, ItemRowRecord } from './records';
import { isNarrow, ItemSelection } from './selectionFilter';

/** What reading items needs. @internal */
export interface ItemServiceParts {
  queries: ItemQueryStore;
  journal: JournalStore;
  chains: ChainStore;
  presenter: ItemPresenter;
  definitions: DefinitionService;
  directories: DirectoryReader;
  authorizer: Authorizer<ItemCondition>;
  clock: Clock;
}

/**
 * Reads items: lists, single items with what one may do, histories, chains.
 *
 * @internal
 */
export class ItemService {
  private readonly large = new LargeTotals();

  constructor(private readonly parts: ItemServiceParts) {}

  /**
   * The items that match and that the caller may see.
   *
   * @param after - the sort values of the row before the first
   */
  async list(
    query: ListItemsQuery,
    after: string[] | undefined,
    caller: BackstageCredentials,
  ) {
    const { presenter } = this.parts;
    const { order, limit } = query;
    const filter = await this.readable(caller);
    const terms = queryTerms(query.q ?? '').slice(0, 30);
    if (query.q !== undefined && terms.length === 0) {
      return { items: [], total: 0 };
    }
    const selection = selectionOf(query, { terms, filter }, await this.now());
    const page = { order, limit: limit + 1, after };
    const { items: rows, total } = await this.page(selection, page);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await presenter.rows(
        shown,
        new Map(shown.map(({ id, assignees }) => [id, assignees])),
      ),
      total,
      ...(rows.length > limit && last && { next: itemSortValues(order, last) }),
    };
  }

  private async page(
    selection: ItemSelection,
    page: ItemPage,
  ): Promise<{ items: ListedItem[]; total: number }> {
    const { queries } = this.parts;
    const { now, ...what } = selection;
    const name = JSON.stringify([what, page.order]);
    if (this.large.has(name)) {
      const items = await queries.list(selection, page);
      return { items, total: MAXIMUM_TOTAL + 1 };
    }
    const counted = await this.counted(selection, page);
    if (counted.total > MAXIMUM_TOTAL) {
      this.large.add(name);
    }
    return counted;
  }

  private async counted(
    selection: ItemSelection,
    page: ItemPage,
  ): Promise<{ items: ListedItem[]; total: number }> {
    const { queries } = this.parts;
    if (!page.after && isNarrow(selection)) {
      return queries.firstPage(selection, page);
    }
    const reading = queries.list(selection, page);
    const count = () => queries.count(selection, page.order);
    // A word often stands in so few items that the first page has them all.
    const counting =
      selection.terms.length > 0 && !page.after
        ? reading.then(all => (all.length < page.limit ? all.length : count()))
        : count();
    const [items, total] = await Promise.all([reading, counting]);
    return { items, total };
  }

  /**
   * One item with what the caller may do with it now.
   *
   * @throws BridgeError `item-not-found`, also when the caller may not see it
   */
  async get(
    key: string,
    actor: string,
    caller: BackstageCredentials,
  ): Promise<Item> {
    const filter = await this.readable(caller);
    return this.show(await this.visible(key, filter), actor, filter);
  }

  /** An item that is known to be visible, as a person sees it. */
  async show(
    record: ItemRecord,
    actor: string,
    sees: ItemFilter,
  ): Promise<Item> {
    const { definitions, directories, presenter } = this.parts;
    const { id, version } = record.item.workflow;
    const now = await this.now();
    const definition = await definitions.version(id, version);
    const needs = directoryNeeds(definition, record.item.data);
    const directory = await directories.read(needs, now);
    return presenter.present(
      { record, definition, directory },
      { actor, now, narrow: itemNarrowing(sees, this.dayOf(now)) },
    );
  }

  /** What happened to an item, and whether its record is unbroken. */
  async journal(
    key: string,
    page: { limit: number; after?: string[] },
    caller: BackstageCredentials,
  ) {
    const { journal } = this.parts;
    const { id, seq } = await this.seen(key, caller);
    const after = Number(page.after?.[0] ?? 0);
    const [rows, chain] = await Promise.all([
      journal.page(id, { after, limit: page.limit + 1 }),
      journal.chain(id),
    ]);
    const shown: JournalEntry[] = rows.slice(0, page.limit);
    const brokenAt = firstBroken(chain) ?? null;
    return {
      items: shown,
      total: seq,
      brokenAt,
      ...(rows.length > page.limit && { next: [String(shown.at(-1)?.seq)] }),
    };
  }

  /** Everything that hangs together with an item, as far as one may see it. */
  async chain(key: string, caller: BackstageCredentials): Promise<Chain> {
    const { chains, queries } = this.parts;
    const filter = await this.readable(caller);
    const { id } = await this.visible(key, filter);
    const edges = await chains.edges(id);
    const ids = new Set([id, ...edges.flatMap(({ from, to }) => [from, to])]);
    const seen = await queries.byIds([...ids], filter, await this.now());
    const keys = new Map(seen.map(row => [row.id, row.key]));
    return {
      nodes: await this.rows(seen),
      edges: edges.flatMap(({ from, to, type }) => {
        const ends = { from: keys.get(from), to: keys.get(to) };
        return ends.from && ends.to
          ? [{ from: ends.from, to: ends.to, type }]
          : [];
      }),
    };
  }

  /**
   * An item that a filter covers.
   *
   * @throws BridgeError `item-not-found`
   */
  async visible(key: string, filter: ItemFilter): Promise<ItemRecord> {
    const record = await this.parts.queries.get(key, filter, await this.now());
    if (!record) {
      throw new BridgeError('item-not-found', { params: { key } });
    }
    return record;
  }

  /** What permission rules need to know of items, by key. */
  async resources(keys: string[]): Promise<(ItemResource | undefined)[]> {
    const { queries, directories } = this.parts;
    const rows = await queries.byKeys(keys.map(key => key.toUpperCase()));
    const assignees = await queries.assignees(rows.map(({ id }) => id));
    const systems = rows.flatMap(({ system }) => system ?? []);
    const now = await this.now();
    const directory = await directories.read(
      { groups: [], systems, standIns: false, departments: false },
      now,
    );
    return keys.map(key => {
      const row = rows.find(one => one.key === key.toUpperCase());
      return (
        row && {
          key: row.key,
          createdBy: row.createdBy,
          assignees: assignees.get(row.id) ?? [],
          superUsers: directory
            .superUsersOf(row.system ?? '')
            .map(({ ref }) => ref),
        }
      );
    });
  }

  /** Whether a filter covers an item. */
  async covers(key: string, filter: ItemFilter): Promise<boolean> {
    const found = await this.parts.queries.get(key, filter, await this.now());
    return found !== undefined;
  }

  /**
   * An item that the caller may see.
   *
   * @throws BridgeError `item-not-found`
   */
  async seen(key: string, caller: BackstageCredentials): Promise<ItemRecord> {
    return this.visible(key, await this.readable(caller));
  }

  /** Whether the caller may see such an item. */
  async sees(key: string, caller: BackstageCredentials): Promise<boolean> {
    return this.covers(key, await this.readable(caller));
  }

  private async rows(rows: ItemRowRecord[]) {
    const { presenter, queries } = this.parts;
    const assignees = await queries.assignees(rows.map(({ id }) => id));
    return presenter.rows(rows, assignees);
  }

  private readable(caller: BackstageCredentials): Promise<ItemFilter> {
    return this.parts.authorizer.filterFor(itemReadPermission, caller);
  }

  private dayOf(now: string): string {
    return dayOf(now, this.parts.clock.timeZone);
  }

  private now(): Promise<string> {
    return this.parts.clock.moment();
  }
}

function selectionOf(
  query: ListItemsQuery,
  found: Pick<ItemSelection, 'terms' | 'filter'>,
  now: string,
): ItemSelection {
  const { order, cursor, limit, q, ...what } = query;
  return { ...what, ...found, now };
}
