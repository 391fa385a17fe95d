import { z } from 'zod';
import { BridgeClientOptions, BridgeHttp } from './BridgeHttp';
import { endpoints } from './endpoints';
import {
  Explanation,
  GuardError,
  Operations,
  PendingEffect,
  PendingTimer,
  StuckItem,
} from './operations';
import { MeetingClient } from './MeetingClient';
import { Page } from './paging';

/**
 * The part of the {@link BridgeClient} about what goes on by itself: timers,
 * effects, conditions, items on which nobody can act.
 *
 * @public
 */
export abstract class OperationsClient extends MeetingClient {
  private readonly calls: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.calls = new BridgeHttp(options);
  }

  /** How all of it stands. */
  getOperations(): Promise<Operations> {
    return this.calls.call(endpoints.getOperations, {});
  }

  /** Effects of one state; those that were given up where none is named. */
  listPendingEffects(
    query: z.input<typeof endpoints.listPendingEffects.query> = {},
  ): Promise<Page<PendingEffect>> {
    return this.calls.call(endpoints.listPendingEffects, { query });
  }

  /** Tries an effect again, or leaves it undone. */
  async settleEffect(how: 'retry' | 'discard', id: number): Promise<void> {
    const row = {
      retry: endpoints.retryEffect,
      discard: endpoints.discardEffect,
    }[how];
    await this.calls.send(row, { params: { id }, body: {} });
  }

  /** Timers that have not fired yet, the next one first. */
  listPendingTimers(
    query: z.input<typeof endpoints.listPendingTimers.query> = {},
  ): Promise<Page<PendingTimer>> {
    return this.calls.call(endpoints.listPendingTimers, { query });
  }

  /** Conditions that could not be answered, the latest first. */
  listGuardErrors(
    query: z.input<typeof endpoints.listGuardErrors.query> = {},
  ): Promise<Page<GuardError>> {
    return this.calls.call(endpoints.listGuardErrors, { query });
  }

  /** Open items on which nobody can act, the oldest first. */
  listStuckItems(
    query: z.input<typeof endpoints.listStuckItems.query> = {},
  ): Promise<Page<StuckItem>> {
    return this.calls.call(endpoints.listStuckItems, { query });
  }

  /**
   * What somebody may do with an item now, and why not the rest.
   *
   * @param person - a reference, or the name in the namespace `default`
   */
  explain(key: string, person: string): Promise<Explanation> {
    return this.calls.call(endpoints.explain, {
      params: { key },
      query: { person },
    });
  }
}
