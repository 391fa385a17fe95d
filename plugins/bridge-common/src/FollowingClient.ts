import { BridgeClientOptions, BridgeHttp, CallOptions } from './BridgeHttp';
import { z } from 'zod';
import { endpoints } from './endpoints';
import { Item } from './item';

/**
 * The part of the {@link BridgeClient} about supporting, watching and merging
 * items.
 *
 * @public
 */
export abstract class FollowingClient {
  private readonly follows: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    this.follows = new BridgeHttp(options);
  }

  /** Says that an item matters to one too, or takes that back. */
  supportItem(
    key: string,
    body: z.input<typeof endpoints.supportItem.body> = {},
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key }, body };
    return this.follows.call(endpoints.supportItem, input, options);
  }

  /** Is told of changes of an item from now on, or no longer. */
  watchItem(key: string, on: boolean, options?: CallOptions): Promise<Item> {
    const input = { params: { key }, body: { on } };
    return this.follows.call(endpoints.watchItem, input, options);
  }

  /** Keeps an item to those who play a part in it, or opens it up to everybody. */
  setItemPrivacy(
    key: string,
    body: z.input<typeof endpoints.setItemPrivacy.body>,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key }, body };
    return this.follows.call(endpoints.setItemPrivacy, input, options);
  }

  /** Merges an item into another one, of which it is a duplicate. */
  mergeItem(
    key: string,
    body: z.input<typeof endpoints.mergeItem.body>,
    options?: CallOptions,
  ): Promise<Item> {
    const input = { params: { key }, body };
    return this.follows.call(endpoints.mergeItem, input, options);
  }

  /** Undoes a merge. */
  unmergeItem(key: string, rev: number, options?: CallOptions): Promise<Item> {
    const input = { params: { key }, body: { rev } };
    return this.follows.call(endpoints.unmergeItem, input, options);
  }
}
