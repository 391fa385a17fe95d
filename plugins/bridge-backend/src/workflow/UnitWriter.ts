import { assigneesOf, DueEffect } from '@techbridge/bridge-workflow';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { JournalRow } from './hooks';
import { changeOf, titleOf } from './itemFacts';
import { ItemStore, LinkRow, OutboxRow, Transaction } from './ItemStore';
import { chain, ChainedRow, SaltedPayload, saltPayload } from './journalChain';
import { reassignmentOf } from './reassignmentOf';
import { Acting, Draft, ItemRecord } from './records';
import { CollisionError } from './refusals';

/**
 * Writes what a unit of work has gathered, with one statement a table.
 *
 * @internal
 */
export class UnitWriter {
  constructor(
    private readonly trx: Transaction,
    private readonly items: ItemStore,
    private readonly acting: Acting,
  ) {}

  /**
   * Writes items, journal, tasks, timers, boards, links and outbox.
   *
   * @returns the journal rows, for whoever keeps facts about them
   * @throws CollisionError when somebody changed an item meanwhile
   */
  async write(drafts: Draft[], links: LinkRow[]): Promise<JournalRow[]> {
    const { trx, items } = this;
    const moved = drafts.filter(({ lines }) => lines.length > 0);
    const rows: JournalRow[] = [];
    const chained: { row: ChainedRow; salted: SaltedPayload }[] = [];
    for (const draft of moved) {
      const linked = isLinked(draft.record, links);
      const own = this.journalRows(draft);
      const hashed = this.chained(draft.record, own);
      await this.update(draft, linked, hashed);
      rows.push(...own);
      chained.push(...hashed);
    }
    if (chained.length > 0) {
      await items.journal(trx, chained);
    }
    await this.writeTasks(moved);
    await items.timers(trx, moved.flatMap(timerRows));
    await items.boards(trx, moved.flatMap(boardRows));
    const made = await items.links(trx, links);
    refuseKnown(links, made);
    await items.outbox(
      trx,
      moved.flatMap(draft => this.outboxRows(draft, links)),
    );
    return rows;
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

  private chained(record: ItemRecord, rows: JournalRow[]) {
    let head = record.head;
    return rows.map(({ itemId, seq, rev, type, at, payload }) => {
      const salted = saltPayload(payload);
      const facts = { itemId, seq, rev, type, personId: this.acting.id, at };
      const row = chain(facts, salted, head);
      head = row.hash;
      return { row, salted };
    });
  }

  private async update(
    draft: Draft,
    linked: boolean,
    chained: { row: ChainedRow }[],
  ): Promise<void> {
    const { row } = chained[chained.length - 1];
    const change = {
      ...changeOf(draft, { now: this.acting.now, linked }),
      rev: row.rev,
      seq: row.seq,
      head: row.hash,
    };
    if (!(await this.items.update(this.trx, change))) {
      throw new CollisionError(draft.item.key);
    }
    const { item, rev, seq, head, title, system, dueAt, hasLinks, open } =
      change;
    draft.written = {
      ...draft.record,
      ...{ item, rev, seq, head, title, system, dueAt, hasLinks, open },
      updatedAt: this.acting.now,
    };
  }

  private async writeTasks(drafts: Draft[]): Promise<void> {
    const rows = [];
    for (const draft of drafts) {
      const { record, definition, item, directory, entered } = draft;
      const before = assigneesOf(definition, record.item, directory);
      const people = assigneesOf(definition, item, directory);
      if (entered || reassignmentOf(before, people)) {
        if (!entered) {
          await this.items.closeTasks(this.trx, record.id, people);
        }
        rows.push(
          ...people.map(person => ({
            itemId: record.id,
            entry: item.entry,
            person,
            since: this.acting.now,
          })),
        );
      }
    }
    await this.items.tasks(this.trx, rows);
  }

  private outboxRows(draft: Draft, links: LinkRow[]): OutboxRow[] {
    const { record, item, effects } = draft;
    const about = {
      id: record.id,
      key: item.key,
      title: titleOf(item),
      workflow: item.workflow.id,
    };
    const tidings = isLinked(record, links) ? tidingsOf(draft) : [];
    return [...effects, ...tidings].map((effect, index) => ({
      dedupeKey: `${item.key}:${record.rev + 1}:${index}`,
      use: effect.use,
      effect: { with: effect.with, item: about, actor: this.acting.ref },
      at: this.acting.now,
    }));
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

function timerRows({ record, timers }: Draft) {
  return timers.map(({ id, entry, fireAt }) => ({
    itemId: record.id,
    entry,
    timer: id,
    fireAt,
  }));
}

function boardRows({ record, item }: Draft) {
  return item.boards
    .filter(board => !record.item.boards.includes(board))
    .map(board => ({ itemId: record.id, board }));
}
