import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  Delegation,
  DelegationInput,
  delegationManagePermission,
  fieldError,
  MAXIMUM_TOTAL,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { readerOf } from '../permissions/readerOf';
import { SystemCondition } from '../permissions/rules';
import { CatalogGateway, displayName } from './CatalogGateway';
import { DelegationRecord, DelegationStore } from './DelegationStore';
import { RegisterStore, Transaction } from './RegisterStore';

/** What absences are kept with. @internal */
export interface DelegationParts {
  delegations: DelegationStore;
  register: Pick<RegisterStore, 'rememberPerson'>;
  authorizer: Authorizer<SystemCondition>;
  catalog: CatalogGateway;
  clock: Clock;
  /** Whether the caller may see such an item. */
  seesItem: (key: string, caller: BackstageCredentials) => Promise<boolean>;
  /** Says that others may vote for a person; must not throw. */
  absenceChanged: (person: string) => Promise<void>;
}

/** Who enters or ends an absence: a person, or a calendar. @internal */
export interface AbsenceCaller {
  /** A person's reference; undefined for a service. */
  person?: string;
  /** Under which name it is noted. */
  name: string;
  credentials: BackstageCredentials;
}

/**
 * Who is away, and who votes meanwhile. People enter their own absences;
 * administrators and calendars those of others.
 *
 * @internal
 */
export class DelegationService {
  constructor(private readonly parts: DelegationParts) {}

  /** A page of absences that have not ended. */
  async list(
    query: { person?: string; limit: number },
    after: string[] | undefined,
    caller: AbsenceCaller,
  ) {
    const { delegations, clock } = this.parts;
    const mayManage = await this.mayManage(caller);
    const today = await clock.today();
    const reader = readerOf(caller.credentials);
    const selection = { person: query.person, today, reader };
    const [rows, total] = await Promise.all([
      delegations.list(selection, { limit: query.limit + 1, after }),
      delegations.count(selection, MAXIMUM_TOTAL + 1),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ hidden, ...row }) =>
        present(Number(hidden) > 0 ? withoutItem(row) : row, caller, mayManage),
      ),
      total,
      ...(rows.length > query.limit &&
        last && { next: [last.from, String(last.id)] }),
    };
  }

  /**
   * Enters an absence.
   *
   * @throws BridgeError `absence-known` when the person is away then already
   */
  async add(
    input: DelegationInput,
    caller: AbsenceCaller,
  ): Promise<Delegation> {
    const { delegations, clock } = this.parts;
    const person = input.person ?? caller.person;
    if (person === undefined) {
      throw fieldError('person', 'required');
    }
    const mayManage = await this.require(person, caller);
    const names = await this.check(person, input, caller);
    const [setAt, today] = [await clock.moment(), await clock.today()];
    if (input.until < today) {
      throw fieldError('until', 'day-passed');
    }
    const id = await delegations.inTransaction(async trx => {
      const ids = await this.remember(trx, names);
      const personId = ids.get(person) ?? 0;
      const delegateId = ids.get(input.delegate) ?? 0;
      await this.refuseClash(trx, { ...input, person }, personId, delegateId);
      const { from, until, item, note } = input;
      const terms = { from, until, item, note, setBy: caller.name, setAt };
      return delegations.insert(trx, { personId, delegateId, ...terms });
    });
    await this.parts.absenceChanged(person);
    const kept = await delegations.find(id, today);
    if (!kept) {
      throw new BridgeError('delegation-not-found');
    }
    return present(kept, caller, mayManage);
  }

  /** Ends an absence at once. */
  async end(id: number, caller: AbsenceCaller): Promise<void> {
    const { delegations, clock } = this.parts;
    const known = await delegations.find(id, await clock.today());
    if (!known) {
      throw new BridgeError('delegation-not-found');
    }
    await this.require(known.person, caller);
    const at = await clock.moment();
    await delegations.end(id, { by: caller.name, at });
    await this.parts.absenceChanged(known.person);
  }

  private async mayManage({ credentials }: AbsenceCaller): Promise<boolean> {
    return this.parts.authorizer.may(delegationManagePermission, credentials);
  }

  /** @returns whether the caller sees to absences of others */
  private async require(
    person: string,
    caller: AbsenceCaller,
  ): Promise<boolean> {
    const mayManage = await this.mayManage(caller);
    if (person !== caller.person && !mayManage) {
      throw new BridgeError('not-allowed');
    }
    return mayManage;
  }

  /** @returns how the two people are called, by reference */
  private async check(
    person: string,
    { delegate, item }: DelegationInput,
    { credentials }: AbsenceCaller,
  ): Promise<[string, string][]> {
    if (delegate === person) {
      throw fieldError('delegate', 'delegate-is-person');
    }
    const found = await this.parts.catalog.find([person, delegate]);
    const refs = { person, delegate };
    const names = Object.entries(refs).map(([field, value], index) => {
      const entity = found[index];
      if (!entity) {
        throw fieldError(field, 'unknown-person', { value });
      }
      return [value, displayName(entity)] as [string, string];
    });
    if (item && !(await this.parts.seesItem(item, credentials))) {
      throw fieldError('item', 'unknown-item', { value: item });
    }
    return names;
  }

  /**
   * The numbers of people. Their rows stay locked until the transaction ends, so
   * that what is checked of their absences stays true; in order, so that two who
   * name each other do not wait for each other.
   */
  private async remember(
    trx: Transaction,
    names: [string, string][],
  ): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const [ref, name] of [...names].sort()) {
      ids.set(ref, await this.parts.register.rememberPerson(trx, ref, name));
    }
    return ids;
  }

  /**
   * Whoever is away stands in for nobody, so that a vote is never handed on
   * twice; and of each time there is one absence, besides those for one item.
   */
  private async refuseClash(
    trx: Transaction,
    input: DelegationInput & { person: string },
    personId: number,
    delegateId: number,
  ): Promise<void> {
    const { delegations } = this.parts;
    const [away] = await delegations.absences(delegateId, input, trx);
    if (away) {
      const { from, until } = away;
      const params = { value: input.delegate, from, until };
      throw fieldError('delegate', 'delegate-away', params);
    }
    const own = await delegations.absences(personId, input, trx);
    const known = own.find(({ item }) => item === (input.item ?? null));
    if (known) {
      const { from, until } = known;
      const params = { user: input.person, from, until };
      throw new BridgeError('absence-known', { params });
    }
  }
}

function present(
  { item, note, ...row }: DelegationRecord,
  caller: AbsenceCaller,
  mayManage: boolean,
): Delegation {
  return {
    ...row,
    ...(item !== null && { item }),
    ...(note !== null && { note }),
    mayEnd: mayManage || row.person === caller.person,
  };
}

// What is noted there is about the item.
function withoutItem(row: DelegationRecord): DelegationRecord {
  return { ...row, item: null, note: null };
}
