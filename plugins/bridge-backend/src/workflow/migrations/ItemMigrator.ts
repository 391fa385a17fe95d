import {
  DueTimer,
  Holidays,
  Label,
  migrate,
  Migrating,
  planFor,
  Refusal,
  Step,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { BoardCloser } from '../BoardCloser';
import { BoardStore } from '../BoardStore';
import { CommandRunner, CommandScope } from '../CommandRunner';
import { DefinitionService } from '../DefinitionService';
import { unmoved } from '../drafts';
import { RoleResolver } from '../hooks';
import { Transaction } from '../ItemStore';
import { needsOfAll } from '../needsOfAll';
import { SYSTEM_ACTOR } from '../PersonStore';
import { Draft, ItemRecord } from '../records';
import { TimerStore } from '../TimerStore';
import { MigrationRecord } from './MigrationRecord';
import { MigrationStore } from './MigrationStore';

/** Nothing is to be done with an item: it has ended, or runs on another version. */
class NotConcerned extends Error {}

class Refused extends Error {
  constructor(readonly refusal: Refusal, readonly rev: number) {
    super(refusal.why.en);
  }
}

/** What became of an item that was to go over. @internal */
export type Taken =
  | { outcome: 'moved' | 'none' }
  | { outcome: 'waits' | 'left'; why: Label; rev: number };

/**
 * Takes single items over to another version, each in a transaction of its own
 * and like any command: whoever acts on the item at the same time wins or loses
 * cleanly.
 *
 * @internal
 */
export class ItemMigrator {
  constructor(
    private readonly parts: {
      runner: CommandRunner;
      closer: BoardCloser;
      definitions: DefinitionService;
      migrations: MigrationStore;
      boards: BoardStore;
      timers: TimerStore;
      directories: RoleResolver;
      plant: { timeZone: string; holidays: ReadonlyMap<string, Holidays> };
    },
  ) {}

  /** Takes an item over, or says why it does not go. */
  async take(key: string, migration: MigrationRecord): Promise<Taken> {
    const request = {
      ...{ person: SYSTEM_ACTOR, input: ['migrate', migration.id, key] },
      ...{ status: 200 as const, unanswered: true as const },
    };
    try {
      await this.parts.runner.run(request, scope =>
        this.takeIn(scope, key, migration),
      );
      return { outcome: 'moved' };
    } catch (error) {
      if (error instanceof NotConcerned) {
        return { outcome: 'none' };
      }
      if (error instanceof Refused) {
        const { refusal, rev } = error;
        return { outcome: outcomeOf(refusal), why: refusal.why, rev };
      }
      throw error;
    }
  }

  private async takeIn(
    scope: CommandScope,
    key: string,
    migration: MigrationRecord,
  ): Promise<Draft> {
    const { closer, migrations } = this.parts;
    const { trx, unit, now } = scope;
    await closer.hold(scope, key);
    const record = await unit.load(key);
    const isConcerned =
      record?.open &&
      record.item.workflow.version === migration.from &&
      (await migrations.isOpen(migration.id, trx));
    if (!isConcerned) {
      throw new NotConcerned();
    }
    const { draft, step } = await this.decide(scope, record, migration);
    const outcome = 'moved' as const;
    const result = { itemId: record.id, outcome, rev: record.rev, at: now };
    unit.add(migrations.row(trx, migration, result));
    return unit.adopt(draft, step);
  }

  private async decide(
    { trx, now }: CommandScope,
    record: ItemRecord,
    { id: run, workflow, from: old, to: version }: MigrationRecord,
  ): Promise<{ draft: Draft; step: Step }> {
    const { definitions, boards, timers } = this.parts;
    const from = await definitions.version(workflow, old, trx);
    const to = await definitions.version(workflow, version, trx);
    const closed = (await boards.closedOf([record.id], trx)).get(record.id);
    const waiting = (await timers.waiting([record.id], trx)).get(record.id);
    const migrating: Migrating = {
      ...{ from, to, version, run, plan: planFor(to, old) },
      ...{ closed: closed ?? [], timers: ofEntry(record, waiting) },
    };
    const { directory, step } = await this.answer(trx, record, migrating, now);
    // Timers that have fired are not set again, and what is late stays so.
    const isDueAsBefore = migrating.plan.timers === 'keep';
    const draft = { ...draftOf(record, to, directory, step), isDueAsBefore };
    return { draft, step };
  }

  /** Asked once more where the new data may lead to other people. */
  private async answer(
    trx: Transaction,
    { item, rev }: ItemRecord,
    migrating: Migrating,
    now: string,
  ) {
    const { directories, plant } = this.parts;
    const { from, to } = migrating;
    const needed = [from, to].map(definition => ({
      ...{ definition, item },
    }));
    const ask = async (needs: typeof needed) => {
      const directory = await directories.load(trx, needsOfAll(needs), now);
      const context = { actor: SYSTEM_ACTOR, now, directory, plant };
      const step = migrate(item, migrating, context);
      if (!step.ok) {
        throw new Refused(step, rev);
      }
      return { directory, step };
    };
    const first = await ask(needed);
    const isNew = Object.keys(migrating.plan.data).length > 0;
    return isNew
      ? ask([...needed, { definition: to, item: first.step.item }])
      : first;
  }
}

/** Who votes is not disturbed; whoever waits follows later. @internal */
export function outcomeOf({ code }: Refusal): 'waits' | 'left' {
  return code === 'migration-voting' ? 'waits' : 'left';
}

/** The timers of the state that an item is in. @internal */
export function ofEntry(
  { item }: ItemRecord,
  timers: DueTimer[] = [],
): DueTimer[] {
  return timers.filter(({ entry }) => entry === item.entry);
}

function draftOf(
  record: ItemRecord,
  definition: WorkflowDefinition,
  directory: Draft['directory'],
  { item, lines, timers, past }: Step,
): Draft {
  const blank = unmoved(record, definition, directory);
  return { ...blank, item, lines, timers, past, entered: true };
}
