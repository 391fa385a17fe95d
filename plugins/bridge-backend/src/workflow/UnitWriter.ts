import { DueEffect, isUnknown, readersOf } from '@techbridge/bridge-workflow';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { Write } from '../database/writeTogether';
import { assignmentsOf } from './assignments';
import { JournalRow } from './hooks';
import { changeOf, titleOf } from './itemFacts';
import { Transaction } from './ItemStore';
import { ReaderStore } from './ReaderStore';
import { SYSTEM_ACTOR } from './PersonStore';
import { chain, ChainedRow, SaltedPayload, saltPayload } from './journalChain';
import { reassignmentOf } from './reassignmentOf';
import { Acting, Draft, ItemRecord } from './records';
import { CollisionError } from './refusals';
import { LinkRow, NEW_LINKS, OutboxRow, UnitStore } from './UnitStore';

/** What a unit of work is about to write. @internal */
export interface Plan {
  writes: Write[];
  /** The journal rows, for whoever keeps facts about them. */
  rows: JournalRow[];
  /** Whether effects or timers wait for the worker. */
  leavesWork: boolean;
  /** Looks at how many rows were written. */
  check(counts: Map<string, number>): void;
}

/**
 * Works out what a unit of work writes: items, journal, tasks, timers, boards,
 * links and outbox.
 *
 * @internal
 */
export class UnitWriter {
  private readonly store: UnitStore;
  private readonly readers: ReaderStore;

  constructor(trx: Transaction, private readonly acting: Acting) {
    this.store = new UnitStore(trx);
    this.readers = new ReaderStore(trx);
  }

  /**
   * Plans the writing; each draft knows then how its item will stand. The check
   * throws CollisionError when somebody changed an item meanwhile.
   */
  plan(drafts: Draft[], links: LinkRow[]): Plan {
    const { store } = this;
    const moved = drafts.filter(({ lines }) => lines.length > 0);
    const rows = moved.map(draft => this.journalRows(draft));
    const chains = moved.map((draft, place) =>
      chained(draft.record, rows[place], this.acting.id),
    );
    const timers = moved.flatMap(timersOf);
    const carried = moved.flatMap(draft => draft.carried);
    const effects = moved.flatMap(draft => this.effectsOf(draft, links));
    const writes = [
      ...moved.flatMap((draft, place) =>
        this.update(draft, isLinked(draft.record, links), chains[place]),
      ),
      ...store.journal(chains.flat()),
      ...moved.flatMap(draft => this.handOut(draft)),
      ...moved.flatMap(draft => this.showTo(draft)),
      ...store.timers(timers),
      ...store.boards(moved.flatMap(boardsOf)),
      ...store.ballots(carried),
      ...store.links(links),
      ...store.outbox(effects),
    ];
    return {
      writes,
      rows: rows.flat(),
      leavesWork: timers.length + effects.length + carried.length > 0,
      check: counts => {
        refuseChanged(moved, counts);
        refuseKnown(links, counts.get(NEW_LINKS) ?? 0);
      },
    };
  }

  private journalRows({ record, item, lines }: Draft): JournalRow[] {
    return lines.map(({ type, payload }, index) => ({
      itemId: record.id,
      key: item.key,
      workflow: item.workflow.id,
      kind: record.kind,
      title: titleOf(item),
      seq: record.seq + index + 1,
      rev: record.rev + 1,
      type,
      actor: this.acting.ref,
      at: this.acting.now,
      payload,
    }));
  }

  private update(draft: Draft, linked: boolean, lines: ChainedLine[]): Write[] {
    const { row } = lines[lines.length - 1];
    const { now } = this.acting;
    const change = {
      ...changeOf(draft, { now, linked }),
      rev: row.rev,
      seq: row.seq,
      head: row.hash,
    };
    const { item, rev, seq, head, title, system, hasLinks, open } = change;
    const { dueAt, dueWorking } = change;
    draft.written = {
      ...draft.record,
      ...{ item, rev, seq, head, title, system, hasLinks, open },
      ...{ dueAt, dueWorking },
      updatedAt: now,
    };
    return this.store.update(change);
  }

  private handOut(draft: Draft): Write[] {
    const { record, definition, item, directory, entered } = draft;
    const before = assignmentsOf(definition, record.item, directory);
    const after = assignmentsOf(definition, item, directory);
    if (!entered && !reassignmentOf(before, after)) {
      return [];
    }
    const tasks = after.map(assignment => ({
      itemId: record.id,
      entry: item.entry,
      ...assignment,
      // Whoever goes over to another version with an item has waited before.
      since: entered ? item.enteredAt : this.acting.now,
    }));
    const closing = this.store.closeTasks(record.id, after);
    return [...(entered ? [] : [closing]), ...this.store.tasks(tasks)];
  }

  // Settled with every command, because it follows from what the command changes.
  private showTo({ record, definition, item, directory }: Draft): Write[] {
    const itemId = record.id;
    if (!item.private) {
      return record.item.private ? [this.readers.open(itemId)] : [];
    }
    const { ref } = this.acting;
    return this.readers.keep({
      itemId,
      people: readersOf(definition, item, directory),
      ...(ref !== SYSTEM_ACTOR && { actor: ref }),
      complete: !isUnknown(definition, directory),
    });
  }

  private effectsOf(draft: Draft, links: LinkRow[]): OutboxRow[] {
    const { record, item, effects } = draft;
    const about = {
      id: record.id,
      key: item.key,
      title: titleOf(item),
      workflow: item.workflow.id,
    };
    const tidings = isLinked(record, links) ? tidingsOf(draft) : [];
    const news = newsOf(draft);
    return [...effects, ...tidings, ...news].map((effect, index) => ({
      dedupeKey: `${item.key}:${record.rev + 1}:${index}`,
      use: effect.use,
      effect: {
        with: wishOf(effect),
        ...{ item: about, actor: this.acting.ref },
        ...sequelsOf(effect),
      },
      at: this.acting.now,
    }));
  }
}

/** Who was meant by a role is settled with the command, not when they are told. */
function wishOf({ with: wish, recipients }: DueEffect): DueEffect['with'] {
  return recipients ? { ...wish, to: recipients } : wish;
}

function sequelsOf({ saveTo, onDone, onFail }: DueEffect): object {
  const kept = saveTo && { saveTo };
  return { ...kept, ...(onDone && { onDone }), ...(onFail && { onFail }) };
}

interface ChainedLine {
  row: ChainedRow;
  salted: SaltedPayload;
}

function chained(
  record: ItemRecord,
  rows: JournalRow[],
  personId: number,
): ChainedLine[] {
  let head = record.head;
  return rows.map(({ itemId, seq, rev, type, at, payload }) => {
    const salted = saltPayload(payload);
    const row = chain({ itemId, seq, rev, type, personId, at }, salted, head);
    head = row.hash;
    return { row, salted };
  });
}

function refuseChanged(moved: Draft[], counts: Map<string, number>): void {
  const changed = moved.find(({ item }) => counts.get(item.key) !== 1);
  if (changed) {
    throw new CollisionError(changed.item.key);
  }
}

function refuseKnown(links: LinkRow[], made: number): void {
  const key = links.find(({ freshWith }) => freshWith)?.freshWith;
  if (key && made < links.length) {
    throw new BridgeError('already-linked', { params: { key } });
  }
}

function isLinked({ id, hasLinks }: ItemRecord, links: LinkRow[]): boolean {
  return hasLinks || links.some(({ from, to }) => from === id || to === id);
}

// What linked items hear of: milestones only, never states or actions.
function tidingsOf({ item, lines }: Draft): DueEffect[] {
  return lines
    .filter(({ type }) => type === 'milestone')
    .map(({ payload }) => ({
      use: 'tellLinked',
      with: {
        event: `linked.${item.workflow.id}.${String(payload.milestone)}`,
      },
    }));
}

// Whoever watches an item hears where it has come to, however many states it
// has passed.
function newsOf({ record, definition, item, lines }: Draft): DueEffect[] {
  const { label } = definition.states[item.state];
  const hasMoved = lines.some(({ type }) => type === 'entered');
  return hasMoved && record.isFollowed && record.rev > 0
    ? [{ use: 'tellWatchers', with: { state: label } }]
    : [];
}

function timersOf({ record, timers }: Draft) {
  return timers.map(({ id, entry, fireAt }) => ({
    itemId: record.id,
    entry,
    timer: id,
    fireAt,
  }));
}

function boardsOf({ record, item, past }: Draft) {
  return [...past, ...item.boards]
    .filter(board => !record.item.boards.includes(board))
    .map(board => ({ itemId: record.id, board }));
}
