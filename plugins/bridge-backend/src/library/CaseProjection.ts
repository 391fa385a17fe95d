import { JournalRow, Projection } from '../workflow';
import { authorIn, caseTextOf, changesText } from './model';
import { RevisionStore, Transaction } from './RevisionStore';
import { PersonNumbers } from './workItems';

const KIND = 'Case';

/**
 * Writes what happens to the work items of cases into the library: the first
 * revision when one is made, a next one when the action of a workflow
 * changes its text, and which revision stood when its review said yes.
 *
 * @internal
 */
export class CaseProjection implements Projection {
  constructor(
    private readonly revisions: RevisionStore,
    private readonly people: PersonNumbers,
  ) {}

  /** One row after another, in the order in which they happened. */
  async apply(trx: Transaction, rows: JournalRow[]): Promise<void> {
    for (const row of rows) {
      if (row.kind === KIND) {
        await this.follow(trx, row);
      }
    }
  }

  private async follow(trx: Transaction, row: JournalRow): Promise<void> {
    const { type, payload } = row;
    if (type === 'created') {
      await this.begin(trx, row);
    } else if (type === 'action' && changesText(dataOf(row))) {
      await this.amend(trx, row);
    } else if (type === 'milestone' && payload.milestone === 'published') {
      await this.revisions.noteReviewed(trx, idOf(row));
    }
  }

  private async begin(trx: Transaction, row: JournalRow): Promise<void> {
    const data = dataOf(row);
    await this.revisions.begin(trx, row.itemId, {
      ...caseTextOf(data, row.key),
      id: idOf(row),
      authorId: await this.personId(trx, authorIn(data) ?? row.actor),
      at: row.at,
    });
  }

  // A row has only what has changed; which systems there are needs the rest.
  private async amend(trx: Transaction, row: JournalRow): Promise<void> {
    const data = await this.revisions.dataOf(trx, row.itemId);
    await this.revisions.amend(trx, {
      ...caseTextOf(data, row.key),
      id: idOf(row),
      authorId: await this.personId(trx, row.actor),
      at: row.at,
    });
  }

  private async personId(trx: Transaction, ref: string): Promise<number> {
    const id = (await this.people.ids(trx, [ref])).get(ref);
    if (id === undefined) {
      throw new Error(`${ref} has no number`);
    }
    return id;
  }
}

function idOf({ key }: JournalRow): string {
  return key.toLowerCase();
}

function dataOf({ payload }: JournalRow): Record<string, unknown> {
  return (payload.data ?? {}) as Record<string, unknown>;
}
