import { z } from 'zod';
import { AttachmentClient } from './AttachmentClient';
import { BridgeClientOptions, BridgeHttp } from './BridgeHttp';
import { endpoints } from './endpoints';
import { SimilarItem } from './item';
import { Page } from './paging';
import { SavedFilter, SavedFilterInput } from './savedFilter';

/**
 * The part of the {@link BridgeClient} about lists of items: what was saved for
 * them, and what is like a new item.
 *
 * @public
 */
export abstract class ListClient extends AttachmentClient {
  private readonly lists: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.lists = new BridgeHttp(options);
  }

  /** The filters that the caller has saved. */
  listFilters(): Promise<Page<SavedFilter>> {
    return this.lists.call(endpoints.listFilters, {});
  }

  /** Saves a filter for the caller. */
  saveFilter(body: SavedFilterInput): Promise<SavedFilter> {
    return this.lists.call(endpoints.saveFilter, { body });
  }

  /** Deletes a filter of the caller. */
  async deleteFilter(id: number): Promise<void> {
    await this.lists.send(endpoints.deleteFilter, { params: { id } });
  }

  /** Items like a new one that were refused or put off. */
  listSimilarItems(
    query: z.input<typeof endpoints.listSimilarItems.query>,
  ): Promise<Page<SimilarItem>> {
    return this.lists.call(endpoints.listSimilarItems, { query });
  }
}
