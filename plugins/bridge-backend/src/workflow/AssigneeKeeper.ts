import { isUnknown } from '@techbridge/bridge-workflow';
import { LoggerService } from '@backstage/backend-plugin-api';
import { writeTogether } from '../database/writeTogether';
import { Clock } from '../database/Clock';
import { Assignment, assignmentKey, assignmentsOf } from './assignments';
import { DefinitionService } from './DefinitionService';
import { ElectorateKeeper } from './ElectorateKeeper';
import { DirectoryReader, RoleResolver } from './hooks';
import { ItemStore, Transaction } from './ItemStore';
import { OutboxRow, UnitStore } from './UnitStore';
import { sha256 } from './journalChain';
import { needsOfAll } from './needsOfAll';
import { ReaderKeeper } from './ReaderKeeper';
import { SYSTEM_ACTOR } from './PersonStore';
import { Reassignment, reassignmentOf } from './reassignmentOf';
import { ItemRecord } from './records';
import { Task, TaskStore } from './TaskStore';
import { WhichItems } from './someItemsFilter';

const ITEMS_AT_ONCE = 100;

/** An item that waits for others than it should. @internal */
interface Misplaced extends Reassignment {
  record: ItemRecord;
}

/**
 * Lets open items wait for those who are to act now, whatever made them so: an
 * appointment, the day on which a term begins or ends, a group, the owner of a
 * system. Who that is follows from other records, so the journal and the
 * revision of an item stay as they are. Who votes on a board was settled when
 * it opened, but for those who have left and, where the rules say so, those who
 * have joined.
 *
 * @internal
 */
export class AssigneeKeeper {
  /** The day for which everything was looked at last. */
  private seenOn?: string;

  constructor(
    private readonly parts: {
      tasks: TaskStore;
      items: ItemStore;
      definitions: DefinitionService;
      directories: RoleResolver & DirectoryReader;
      electorates: ElectorateKeeper;
      readership: ReaderKeeper;
      clock: Clock;
      logger: LoggerService;
      /** While history is carried out, who acts is of another day. */
      isPaused: () => Promise<boolean>;
      /** Hears which items have changed, after the commit. */
      committed: (keys: string[], leavesWork: boolean) => void;
    },
  ) {}

  /**
   * Hears that other people answer for a system, or vote for a person who is
   * away, and gives the items to them at once; without either, all items. It never throws: what fails now, and items that
   * a command makes at this very moment, are found by the next {@link run}.
   */
  async follow(which: WhichItems): Promise<void> {
    this.seenOn = undefined;
    try {
      if (Object.keys(which).length === 0) {
        await this.run();
      } else if (!(await this.parts.isPaused())) {
        await this.look(which);
      }
    } catch (error) {
      const { logger } = this.parts;
      logger.error('Items will follow those in charge later', error as Error);
    }
  }

  /** Looks at all open items: at the start, on a new day, after a change. */
  async run(): Promise<void> {
    const today = await this.parts.clock.today();
    if (this.seenOn === today || (await this.parts.isPaused())) {
      return;
    }
    // Noted first: what changes while it looks makes it look once more.
    this.seenOn = today;
    try {
      await this.look();
    } catch (error) {
      this.seenOn = undefined;
      throw error;
    }
  }

  /**
   * Gives items to those whom the sources of roles of modules name now. Such a
   * source does not say when that changes, or when it answers again, so it is
   * asked anew.
   */
  async followSources(): Promise<void> {
    this.parts.directories.refresh?.();
    const workflows = await this.parts.definitions.withRoleSources();
    if (workflows.length > 0 && !(await this.parts.isPaused())) {
      await this.look({ workflows });
    }
  }

  private async look(which: WhichItems = {}): Promise<void> {
    const { tasks, electorates, readership, clock } = this.parts;
    const now = await clock.moment();
    // First: nothing waits for somebody who cannot see it.
    await readership.follow(which, now);
    let after: number | undefined = 0;
    while (after !== undefined) {
      const page = { after, limit: ITEMS_AT_ONCE, ...which };
      const records: ItemRecord[] = await tasks.openItems(page);
      await electorates.follow(records, now);
      const misplaced = await this.misplaced(records, now);
      if (misplaced.length > 0) {
        const ids = misplaced.map(({ record }) => record.id);
        await this.reassign(ids, now);
      }
      after = records.length < ITEMS_AT_ONCE ? undefined : records.at(-1)?.id;
    }
  }

  // Looked at again while they are held: a command may have moved them.
  private async reassign(ids: number[], now: string): Promise<void> {
    const { items, tasks, committed } = this.parts;
    const moved = await items.inTransaction(async trx => {
      const held = await tasks.hold(trx, ids);
      const misplaced = await this.misplaced(held, now, trx);
      await tasks.close(
        trx,
        misplaced.flatMap(one => tasksOf(one, one.left)),
      );
      const joining = misplaced
        .flatMap(one => tasksOf(one, one.joined))
        .map(task => ({ ...task, since: now }));
      const notices = misplaced.flatMap(one => notice(one, now));
      const store = new UnitStore(trx);
      await writeTogether(trx, [
        ...store.tasks(joining),
        ...store.outbox(notices),
      ]);
      return misplaced;
    });
    if (moved.length > 0) {
      const keys = moved.map(({ record }) => record.item.key);
      committed(keys, true);
    }
  }

  private async misplaced(
    records: ItemRecord[],
    now: string,
    trx?: Transaction,
  ): Promise<Misplaced[]> {
    const { directories, tasks } = this.parts;
    const waiting = await this.waiting(records, trx);
    if (waiting.length === 0) {
      return [];
    }
    const needs = needsOfAll(
      waiting.map(({ definition, record }) => ({
        definition,
        item: record.item,
      })),
    );
    const directory = trx
      ? await directories.load(trx, needs, now)
      : await directories.read(needs, now);
    const people = await tasks.people(records, trx);
    return waiting.flatMap(({ definition, record }) => {
      if (isUnknown(definition, directory)) {
        return [];
      }
      const should = assignmentsOf(definition, record.item, directory);
      const change = reassignmentOf(people.get(record.id) ?? [], should);
      return change ? [{ record, ...change }] : [];
    });
  }

  private async waiting(records: ItemRecord[], trx?: Transaction) {
    const waiting = [];
    for (const record of records) {
      const { workflow, state } = record.item;
      const { id, version } = workflow;
      const definition = await this.parts.definitions.version(id, version, trx);
      const { type } = definition.states[state] ?? {};
      if (type === 'task' || type === 'approval') {
        waiting.push({ definition, record });
      }
    }
    return waiting;
  }
}

function tasksOf(
  { record: { id, item } }: Misplaced,
  assignments: Assignment[],
): Task[] {
  return assignments.map(one => ({ itemId: id, entry: item.entry, ...one }));
}

// Who comes and goes within one state is told once.
function notice({ record, joined }: Misplaced, at: string): OutboxRow[] {
  if (joined.length === 0) {
    return [];
  }
  const { id, title, item } = record;
  const { key, entry, workflow } = item;
  const to = [...new Set(joined.map(({ person }) => person))];
  const who = sha256(joined.map(assignmentKey).join(',')).slice(0, 16);
  const effect = {
    with: { to, template: 'item-waiting' },
    item: { id, key, title, workflow: workflow.id },
    actor: SYSTEM_ACTOR,
  };
  return [
    { dedupeKey: `${key}:${entry}:to:${who}`, use: 'notify', effect, at },
  ];
}
