import {
  Holidays,
  Label,
  migrate,
  planFor,
  Refusal,
  Step,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { MigrationGroup } from '@techbridge/plugin-bridge-common';
import { Clock } from '../../database/Clock';
import { BoardStore } from '../BoardStore';
import { DefinitionService } from '../DefinitionService';
import { FullDefinition } from '../DefinitionStore';
import { DirectoryReader } from '../hooks';
import { needsOfAll } from '../needsOfAll';
import { SYSTEM_ACTOR } from '../PersonStore';
import { ItemRecord } from '../records';
import { TimerStore } from '../TimerStore';
import { ofEntry, outcomeOf } from './ItemMigrator';
import { MigrationStore } from './MigrationStore';

const ITEMS_AT_ONCE = 100;
const MOST_PAGES = 10;
const EXAMPLES = 3;
const ORDER = ['moves', 'waits', 'stays'];

/** Where items would go from, and to. @internal */
export interface Journey {
  workflow: string;
  from: number;
  to: FullDefinition;
}

/** Some items of a preview, and where the next ones begin. @internal */
export interface Previewed {
  groups: MigrationGroup[];
  next?: number;
}

/**
 * Tries what a migration would do, by the same rules, and keeps nothing.
 *
 * @internal
 */
export class MigrationPreview {
  constructor(
    private readonly parts: {
      migrations: MigrationStore;
      definitions: DefinitionService;
      boards: BoardStore;
      timers: TimerStore;
      directories: DirectoryReader;
      clock: Clock;
      holidays: ReadonlyMap<string, Holidays>;
    },
  ) {}

  /** How the next items would fare, up to a thousand. */
  async try(journey: Journey, after = 0): Promise<Previewed> {
    const { definitions, migrations } = this.parts;
    const { workflow, from: version } = journey;
    const from = await definitions.version(workflow, version);
    const groups = new Map<string, MigrationGroup>();
    let last = after;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const limit = ITEMS_AT_ONCE;
      const records = await migrations.items(journey, { after: last, limit });
      const results = await this.results(journey, from, records);
      results.forEach((result, place) =>
        count(groups, groupOf(records[place], result, [from, journey.to])),
      );
      last = records.at(-1)?.id ?? last;
      if (records.length < limit) {
        return { groups: inOrder(groups) };
      }
    }
    return { groups: inOrder(groups), next: last };
  }

  private async results(
    { from: old, to }: Journey,
    from: WorkflowDefinition,
    records: ItemRecord[],
  ): Promise<(Step | Refusal)[]> {
    const { boards, timers, directories, clock, holidays } = this.parts;
    const ids = records.map(({ id }) => id);
    const now = await clock.moment();
    const needs = needsOfAll(
      records.flatMap(({ item }) => [
        { definition: from, item },
        { definition: to.definition, item },
      ]),
    );
    const [closed, waiting, directory] = await Promise.all([
      boards.closedOf(ids),
      timers.waiting(ids),
      directories.read(needs, now),
    ]);
    const plant = { timeZone: clock.timeZone, holidays };
    const context = { actor: SYSTEM_ACTOR, now, directory, plant };
    const { definition, version } = to;
    const plan = planFor(definition, old);
    return records.map(record => {
      const migrating = {
        ...{ from, to: definition, version, plan, run: 0 },
        closed: closed.get(record.id) ?? [],
        timers: ofEntry(record, waiting.get(record.id)),
      };
      return migrate(record.item, migrating, context);
    });
  }
}

function groupOf(
  { item }: ItemRecord,
  result: Step | Refusal,
  [from, to]: [WorkflowDefinition, FullDefinition],
): MigrationGroup {
  const state = stateOf(from, item.state);
  const counted = { count: 1, keys: item.private ? [] : [item.key] };
  if (result.ok) {
    const target = stateOf(to.definition, result.item.state);
    return { state, to: target, outcome: 'moves', why: null, ...counted };
  }
  const outcome = outcomeOf(result) === 'waits' ? 'waits' : 'stays';
  return { state, to: null, outcome, why: result.why, ...counted };
}

function stateOf(
  { states }: WorkflowDefinition,
  id: string,
): { id: string; label: Label } {
  return { id, label: states[id].label };
}

function count(groups: Map<string, MigrationGroup>, one: MigrationGroup) {
  const { state, to, outcome, why } = one;
  const name = [state.id, to?.id, outcome, why?.en].join(' ');
  const known = groups.get(name);
  const keys = [...(known?.keys ?? []), ...one.keys].slice(0, EXAMPLES);
  groups.set(name, { ...one, count: (known?.count ?? 0) + 1, keys });
}

function inOrder(groups: Map<string, MigrationGroup>): MigrationGroup[] {
  return [...groups.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || b.count - a.count,
  );
}
