import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { directoryNeeds } from '@techbridge/bridge-workflow';
import { queryTerms } from '@techbridge/cjk-text';
import {
  BridgeError,
  Chain,
  Item,
  itemNotePermission,
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
import { readerOf } from '../permissions/readerOf';
import { ChainStore } from './ChainStore';
import { DefinitionService } from './DefinitionService';
import { ItemAccess } from './ItemAccess';
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
import { mayNote, NOTE, withoutNotes } from './notes';
import { ItemRecord, ItemRowRecord } from './records';
import { StuckFinder } from './operations/StuckFinder';
import { isNarrow, ItemSelection } from './selectionFilter';

/** Which items are asked for, and in which order. @internal */
export type ItemsWanted = Omit<ListItemsQuery, 'cursor' | 'limit'>;

/** What reading items needs. @internal */
export interface ItemServiceParts {
  queries: ItemQueryStore;
  journal: JournalStore;
  chains: ChainStore;
  presenter: ItemPresenter;
  definitions: DefinitionService;
  directories: DirectoryReader;
  finder: StuckFinder;
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
    const selection = await this.selection(query, caller);
    if (!selection) {
      return { items: [], total: 0 };
    }
    const page = { order, limit: limit + 1, after };
    const { items: rows, total } = await this.page(selection, page);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await presenter.rows(
        shown,
        new Map(shown.map(({ id, assignees }) => [id, assignees])),
        selection.now,
      ),
      total,
      ...(rows.length > limit && last && { next: itemSortValues(order, last) }),
    };
  }

  /**
   * The numbers of the items that match and that the caller may see, in order.
   *
   * @param most - how many are read at most
   */
  async matching(
    query: ItemsWanted,
    most: number,
    caller: BackstageCredentials,
  ): Promise<number[]> {
    const selection = await this.selection(query, caller);
    const page = { order: query.order, limit: most };
    return selection ? this.parts.queries.ids(selection, page) : [];
  }

  /** What is asked for; undefined for words that say nothing. */
  private async selection(
    query: ItemsWanted,
    caller: BackstageCredentials,
  ): Promise<ItemSelection | undefined> {
    const filter = await this.readable(caller);
    const terms = queryTerms(query.q ?? '').slice(0, 30);
    return query.q !== undefined && terms.length === 0
      ? undefined
      : selectionOf(query, { terms, filter }, await this.now());
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
    const { record, access } = await this.opened(key, caller);
    return this.show(record, actor, access);
  }

  /** An item that is known to be visible, as a person sees it. */
  async show(
    record: ItemRecord,
    actor: string,
    { sees, notes }: ItemAccess,
  ): Promise<Item> {
    const now = await this.now();
    const narrow = itemNarrowing(sees, this.dayOf(now));
    const shown = await this.withPeople(record, now);
    const { presenter, finder } = this.parts;
    const item = await presenter.present(shown, { actor, now, narrow, notes });
    const stuck = await finder.of(shown, item.assignees);
    return stuck ? { ...item, stuck } : item;
  }

  private async withPeople(record: ItemRecord, now: string) {
    const { definitions, directories } = this.parts;
    const { id, version } = record.item.workflow;
    const definition = await definitions.version(id, version);
    const needs = directoryNeeds(definition, record.item);
    const directory = await directories.read(needs, now);
    return { record, definition, directory };
  }

  /**
   * What happened to an item, and whether its record is unbroken. What internal
   * notes say is left out for whoever may not read them.
   *
   * @param actor - who reads; none where another plugin does
   */
  async journal(
    key: string,
    page: { limit: number; after?: string[] },
    { caller, actor }: { caller: BackstageCredentials; actor?: string },
  ) {
    const { journal } = this.parts;
    const { record, access } = await this.opened(key, caller);
    const { id, seq } = record;
    const after = Number(page.after?.[0] ?? 0);
    const [rows, chain] = await Promise.all([
      journal.page(id, { after, limit: page.limit + 1 }, readerOf(caller)),
      journal.chain(id),
    ]);
    const lines: JournalEntry[] = rows.slice(0, page.limit);
    const shown = (await this.hidesNotes(lines, record, { access, actor }))
      ? withoutNotes(lines)
      : lines;
    const brokenAt = firstBroken(chain) ?? null;
    return {
      items: shown,
      total: seq,
      brokenAt,
      ...(rows.length > page.limit && { next: [String(shown.at(-1)?.seq)] }),
    };
  }

  private async hidesNotes(
    lines: JournalEntry[],
    record: ItemRecord,
    { access, actor }: { access: ItemAccess; actor?: string },
  ): Promise<boolean> {
    if (!lines.some(({ type }) => type === NOTE)) {
      return false;
    }
    const known = await this.withPeople(record, await this.now());
    const { item } = record;
    return !actor || !mayNote({ ...known, item }, actor, access.notes);
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

  /**
   * Has sources of roles asked who may act on an item, so that what they answer
   * is known when a command holds it.
   */
  async askAhead(key: string, sees: ItemFilter): Promise<void> {
    const record = await this.visible(key, sees);
    await this.withPeople(record, await this.now());
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

  /** An item that the caller may see, and what else permissions say of it. */
  private async opened(key: string, caller: BackstageCredentials) {
    const [sees, notes] = await this.parts.authorizer.filtersOrNone(
      [itemReadPermission, itemNotePermission],
      caller,
    );
    if (sees === undefined) {
      throw new BridgeError('not-allowed');
    }
    const record = await this.visible(key, sees);
    const granted = await this.isWithin(key, notes);
    return { record, access: { sees, notes: granted } };
  }

  /** Whether an item lies within what a permission covers. */
  async isWithin(key: string, filter: ItemFilter | undefined) {
    return filter === 'all' || (!!filter && this.covers(key, filter));
  }

  /** Whether the caller may see such an item. */
  async sees(key: string, caller: BackstageCredentials): Promise<boolean> {
    return this.covers(key, await this.readable(caller));
  }

  private async rows(rows: ItemRowRecord[]) {
    const { presenter, queries } = this.parts;
    const assignees = await queries.assignees(rows.map(({ id }) => id));
    return presenter.rows(rows, assignees, await this.now());
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
  query: ItemsWanted & Partial<ListItemsQuery>,
  found: Pick<ItemSelection, 'terms' | 'filter'>,
  now: string,
): ItemSelection {
  const { order, cursor, limit, q, ...what } = query;
  return { ...what, ...found, now };
}
