import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  HelpersQuery,
  ListSystemsQuery,
  Page,
  SuperUser,
  System,
  systemReadPermission,
} from '@techbridge/plugin-bridge-common';
import { queryTerms, withoutQuestionWords } from '@techbridge/cjk-text';
import { DateTime } from 'luxon';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { SystemCondition } from '../permissions/rules';
import { inAskingOrder, ShiftHours, shiftsAt, whomToAsk } from './model';
import { SystemRecord } from './rows';
import { sortValues, SystemStore } from './SystemStore';

/** A system and the revision that a change must start from. @internal */
export interface SystemVersion {
  system: System;
  revision: string;
}

/**
 * Finds systems and the people who answer for them.
 *
 * @internal
 */
export class SystemService {
  constructor(
    private readonly store: SystemStore,
    private readonly authorizer: Authorizer<SystemCondition>,
    private readonly clock: Clock,
    private readonly shifts: ShiftHours[],
  ) {}

  /**
   * The systems that match and that the caller may see.
   *
   * @param after - the sort values of the row before the first
   */
  async list(
    query: ListSystemsQuery,
    after: string[] | undefined,
    caller: BackstageCredentials,
  ) {
    const { order, limit } = query;
    const filter = await this.authorizer.filterFor(
      systemReadPermission,
      caller,
    );
    const now = await this.clock.now();
    const terms = queryTerms(withoutQuestionWords(query.q ?? '')).slice(0, 30);
    if (query.q !== undefined && terms.length === 0) {
      return { items: [], total: 0 };
    }
    const selection = { ...query, terms, filter, today: now.toISODate() ?? '' };
    const [rows, total] = await Promise.all([
      this.store.list(selection, { order, limit: limit + 1, after }),
      this.store.count(selection),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(record => this.present(record, now)),
      total,
      ...(rows.length > limit && last && { next: sortValues(order, last) }),
    };
  }

  /**
   * One system.
   *
   * @throws BridgeError `system-not-found`, also when the caller may not see it
   */
  async get(
    name: string,
    caller: BackstageCredentials,
  ): Promise<SystemVersion> {
    const now = await this.clock.now();
    const today = now.toISODate() ?? '';
    // Read while the question is under way, told only after it is answered:
    // the answer takes longer than the statement (ADR 0011).
    const [filter, readAhead] = await Promise.all([
      this.authorizer.filterFor(systemReadPermission, caller),
      this.store.get(name, 'all', today),
    ]);
    const record =
      filter === 'all' || !readAhead
        ? readAhead
        : await this.store.get(name, filter, today);
    if (!record) {
      throw new BridgeError('system-not-found', { params: { name } });
    }
    return this.version(record, now);
  }

  /** The super users of a system; with `at`, those to ask at that moment. */
  async superUsers(
    name: string,
    query: HelpersQuery,
    caller: BackstageCredentials,
  ): Promise<Page<SuperUser>> {
    const { system } = await this.get(name, caller);
    const { module, shift, at } = query;
    const inModule = system.owners.business.filter(
      ({ modules }) =>
        !module || modules.length === 0 || modules.includes(module),
    );
    const onShift = inModule.filter(
      superUser =>
        !shift || superUser.shift === shift || superUser.shift === 'all',
    );
    const items =
      at === undefined ? onShift : whomToAsk(onShift, await this.shiftsOf(at));
    return { items, total: items.length, nextCursor: null };
  }

  /** How readers see a record, with whom to ask at this moment. */
  version(record: SystemRecord, now: DateTime): SystemVersion {
    return {
      system: this.present(record, now),
      revision: String(record.revision),
    };
  }

  private present(record: SystemRecord, now: DateTime): System {
    const { name, title, aliases, criticality, lifecycle } = record;
    const toAsk = whomToAsk(record.superUsers, shiftsAt(now.hour, this.shifts));
    return {
      name,
      entityRef: `system:default/${name}`,
      title,
      aliases,
      owners: {
        business: inAskingOrder(record.superUsers),
        it: { ref: record.it, title: record.itTitle },
      },
      askNow: toAsk.map(({ user }) => user),
      criticality,
      lifecycle,
      modules: record.modules,
      source: record.source,
    };
  }

  private async shiftsOf(at: string) {
    const now = await this.clock.now();
    const moment =
      at === 'now' ? now : DateTime.fromISO(at).setZone(this.clock.timeZone);
    return shiftsAt(moment.hour, this.shifts);
  }
}
