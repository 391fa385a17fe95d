import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  BridgeError,
  Explanation,
  GuardError,
  Operations,
  operationsManagePermission,
  PendingEffect,
  PendingTimer,
  StuckItem,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../../database/Clock';
import { Slice } from '../../http/cursor';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { DefinitionService } from '../DefinitionService';
import { checkReferences } from '../checkReferences';
import { ReferenceChecker } from '../hooks';
import { ItemService } from '../ItemService';
import {
  ConcernedRow,
  EffectRow,
  GuardErrorRow,
  OperationsStore,
  Part,
  StateOfVersion,
  StuckRow,
  TimerRow,
} from './OperationsStore';
import { presentTimer } from '../presentTimer';
import { StuckFinder } from './StuckFinder';
import { vacantRoles } from './vacantRoles';

const LATE_AFTER_MS = 60_000;
const GUARD_ERRORS_DAYS = 30;

/** What it takes to look after what goes on by itself. @internal */
export interface OperationsNeeds {
  store: OperationsStore;
  finder: StuckFinder;
  definitions: DefinitionService;
  authorizer: Authorizer<ItemCondition>;
  references: ReferenceChecker;
  items: ItemService;
  clock: Clock;
  logger: LoggerService;
  /** Lets a worker look at what is due. */
  wake: () => void;
}

/**
 * What goes on by itself, for those who look after the bridge: what waits, what
 * failed, on what nobody can act, and the way out.
 *
 * @internal
 */
export class OperationsService {
  constructor(private readonly parts: OperationsNeeds) {}

  /** How all of it stands. */
  async summary(caller: BackstageCredentials): Promise<Operations> {
    await this.allow(caller);
    const { store, finder, clock } = this.parts;
    const now = await clock.now();
    const since = now.minus({ days: GUARD_ERRORS_DAYS }).toUTC().toISO() ?? '';
    const [effects, timers, guardErrors, stuck] = await Promise.all([
      store.countEffects(),
      store.countTimers(await this.lateBefore()),
      store.countGuardErrors(since),
      finder.everywhere().then(where => store.countStuck(where)),
    ]);
    return { effects, timers, guardErrors, stuck };
  }

  /** Effects of one state. */
  async effects(
    state: PendingEffect['state'],
    part: Part,
    caller: BackstageCredentials,
  ): Promise<Slice<PendingEffect>> {
    await this.allow(caller);
    const { store } = this.parts;
    const [counts, rows] = await Promise.all([
      store.countEffects(),
      store.effects(state, oneMore(part)),
    ]);
    const { waiting, failing, dead } = counts;
    const total = { waiting: waiting - failing, failing, dead }[state];
    return slice(rows, part, total, {
      present: row => presentEffect(row, state),
      place: ({ at, id }) => [at, String(id)],
    });
  }

  /**
   * Tries an effect again, or leaves it undone.
   *
   * @throws BridgeError `effect-not-found`
   */
  async settle(
    id: number,
    how: 'retry' | 'discard',
    {
      person,
      credentials,
    }: { person: string; credentials: BackstageCredentials },
  ): Promise<void> {
    await this.allow(credentials);
    const { store, clock, logger, wake } = this.parts;
    if (!(await store.settle(id, how, await clock.moment()))) {
      throw new BridgeError('effect-not-found');
    }
    logger.info(`Effect ${id}: ${how}, by ${person}`);
    wake();
  }

  /** Timers that have not fired yet. */
  async timers(
    part: Part,
    caller: BackstageCredentials,
  ): Promise<Slice<PendingTimer>> {
    await this.allow(caller);
    const { store } = this.parts;
    const late = await this.lateBefore();
    const [{ waiting }, rows] = await Promise.all([
      store.countTimers(late),
      store.timers(oneMore(part)),
    ]);
    const present = async (row: TimerRow): Promise<PendingTimer> => {
      const definition = await this.definitionOf(row);
      const { id, fireAt } = row;
      return {
        ...{ id, item: concerned(row), fireAt, overdue: fireAt < late },
        state: definition.states[row.state].label,
        ...presentTimer(definition, row),
      };
    };
    return slice(rows, part, waiting, {
      present,
      place: ({ fireAt, id }) => [fireAt, String(id)],
    });
  }

  /** Conditions that could not be answered. */
  async guardErrors(
    part: Part,
    caller: BackstageCredentials,
  ): Promise<Slice<GuardError>> {
    await this.allow(caller);
    const { store } = this.parts;
    const [total, rows] = await Promise.all([
      store.countGuardErrors(),
      store.guardErrors(oneMore(part)),
    ]);
    const present = async (row: GuardErrorRow): Promise<GuardError> => {
      const { states } = await this.definitionOf(row);
      const { seq, at, version } = row;
      const { where = null, message = null } = JSON.parse(row.payload ?? '{}');
      const [state] = String(where).split('.');
      const label = Object.hasOwn(states, state) ? states[state].label : null;
      const item = concerned(row);
      return { item, seq, at, version, state: label, where, message };
    };
    return slice(rows, part, total, {
      present,
      place: ({ at, itemId, seq }) => [at, String(itemId), String(seq)],
    });
  }

  /** Open items on which nobody can act. */
  async stuck(
    part: Part,
    caller: BackstageCredentials,
  ): Promise<Slice<StuckItem>> {
    await this.allow(caller);
    const { store, finder } = this.parts;
    const where = await finder.everywhere();
    const [total, rows] = await Promise.all([
      store.countStuck(where),
      store.stuck(where, oneMore(part)),
    ]);
    const present = async (row: StuckRow): Promise<StuckItem> => {
      const definition = await this.definitionOf(row);
      return {
        item: concerned(row),
        state: definition.states[row.state].label,
        since: row.since,
        reason: Number(row.waitsFor) > 0 ? 'left' : 'nobody',
        roles: vacantRoles(definition, row.state, JSON.parse(row.data)),
      };
    };
    return slice(rows, part, total, {
      present,
      place: ({ since, id }) => [since, String(id)],
    });
  }

  /**
   * What somebody may do with an item now, in the words that they would be told
   * themselves.
   *
   * @throws BridgeError `item-not-found`, also when the caller may not see it;
   * `invalid-input` for a person whom nobody knows
   */
  async explain(
    key: string,
    person: string,
    caller: BackstageCredentials,
  ): Promise<Explanation> {
    await this.allow(caller);
    const { references, items } = this.parts;
    await checkReferences(references, { person }, '');
    const item = await items.get(key, person, caller);
    return {
      item: { key: item.key, title: item.title, workflow: item.workflow.id },
      ...{ state: item.state.label, person },
      actions: item.actions.map(permitted),
      boards: item.boards.map(permitted),
    };
  }

  private allow(caller: BackstageCredentials): Promise<void> {
    return this.parts.authorizer.require(operationsManagePermission, caller);
  }

  private async lateBefore(): Promise<string> {
    const now = (await this.parts.clock.now()).toMillis();
    return new Date(now - LATE_AFTER_MS).toISOString();
  }

  private definitionOf({ workflow, version }: Omit<StateOfVersion, 'state'>) {
    return this.parts.definitions.version(workflow, version);
  }
}

function presentEffect(
  { id, use, effect, attempts, at, error }: EffectRow,
  state: PendingEffect['state'],
): PendingEffect {
  const { key, title, workflow } = JSON.parse(effect).item;
  const nextAt = state === 'dead' ? null : at;
  return {
    id,
    use,
    item: { key, title, workflow },
    state,
    attempts,
    nextAt,
    error,
  };
}

function concerned({ key, title, workflow }: ConcernedRow) {
  return { key, title, workflow };
}

function oneMore({ limit, after }: Part): Part {
  return { limit: limit + 1, after };
}

async function slice<TRow, TShown>(
  rows: TRow[],
  { limit }: Part,
  total: number,
  how: {
    present: (row: TRow) => TShown | Promise<TShown>;
    /** The values that the list is ordered by. */
    place: (row: TRow) => string[];
  },
): Promise<Slice<TShown>> {
  const shown = rows.slice(0, limit);
  const items = await Promise.all(shown.map(how.present));
  const last = rows.length > limit && shown.at(-1);
  return { items, total, ...(last && { next: how.place(last) }) };
}

function permitted({
  id,
  label,
  allowed,
  why,
}: Explanation['actions'][number]): Explanation['actions'][number] {
  return { id, label, allowed, ...(why && { why }) };
}
