import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ItemData } from '@techbridge/bridge-workflow';
import {
  BridgeError,
  ItemRow,
  MAXIMUM_EXPORT,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { readerOf } from '../permissions/readerOf';
import { setImmediate } from 'timers/promises';
import { Clock } from '../database/Clock';
import { DefinitionService } from './DefinitionService';
import { ItemPresenter, toRow } from './ItemPresenter';
import { ItemQueryStore } from './ItemQueryStore';
import { ItemService, ItemsWanted } from './ItemService';
import { keysIn, withoutKeys } from './keysIn';
import { ReaderStore } from './ReaderStore';

/** An item with what was filled in. @internal */
export interface ExtractedItem extends ItemRow {
  data: ItemData;
}

/** All items that match, to be read one page after the other. @internal */
export interface ItemExtract {
  total: number;
  /** The workflows of the items, by id. */
  workflows: Map<string, Workflow>;
  pages: AsyncIterable<ExtractedItem[]>;
}

/** How many items are held at a time; pictures among their data are large. */
const PAGE = 100;

/**
 * Reads every item that matches, with what was filled in. Which ones and in
 * which order is settled with the first statement, so that none is left out or
 * told twice that changes meanwhile.
 *
 * @internal
 */
export class ItemExtractService {
  constructor(
    private readonly parts: {
      items: ItemService;
      queries: ItemQueryStore;
      readers: Pick<ReaderStore, 'hiddenKeys'>;
      presenter: ItemPresenter;
      definitions: DefinitionService;
      clock: Clock;
    },
  ) {}

  /**
   * The items that match and that the caller may see, in the order of the list.
   *
   * @throws BridgeError `export-too-large`
   */
  async extract(
    query: ItemsWanted,
    caller: BackstageCredentials,
  ): Promise<ItemExtract> {
    const { items, definitions } = this.parts;
    const ids = await items.matching(query, MAXIMUM_EXPORT + 1, caller);
    if (ids.length > MAXIMUM_EXPORT) {
      throw new BridgeError('export-too-large', {
        params: { limit: MAXIMUM_EXPORT },
      });
    }
    const workflows = await definitions.presented();
    return {
      total: ids.length,
      workflows: new Map(workflows.map(one => [one.id, one])),
      pages: this.pages(ids, readerOf(caller)),
    };
  }

  private async *pages(
    ids: number[],
    reader: string,
  ): AsyncGenerator<ExtractedItem[]> {
    for (let first = 0; first < ids.length; first += PAGE) {
      yield await this.page(ids.slice(first, first + PAGE), reader);
      // SQLite answers at once, so that nobody else would have a turn.
      await setImmediate();
    }
  }

  private async page(ids: number[], reader: string): Promise<ExtractedItem[]> {
    const { queries, presenter, readers, clock } = this.parts;
    const found = await queries.whole(ids, reader);
    const place = new Map(ids.map((id, index) => [id, index]));
    const placeOf = ({ id }: { id: number }) => place.get(id) ?? 0;
    const records = found.sort((a, b) => placeOf(a) - placeOf(b));
    const assignees = await queries.assignees(ids);
    const rows = await presenter.rows(
      records.map(toRow),
      assignees,
      await clock.moment(),
    );
    const all = records.map(({ item }) => item.data);
    const hidden = await readers.hiddenKeys(keysIn(all), reader);
    return rows.map((row, index) => ({
      ...row,
      data: withoutKeys(all[index], hidden),
    }));
  }
}
