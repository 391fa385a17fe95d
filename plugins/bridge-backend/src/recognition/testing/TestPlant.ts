import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JournalLine } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { JournalRow } from '../../workflow/hooks';
import { PersonStore } from '../../workflow/PersonStore';
import { LedgerProjection } from '../LedgerProjection';
import { LedgerStore } from '../LedgerStore';
import { Rule } from '../model';
import { shippedRules } from '../buildRecognition';
import { readRules } from '../readRules';

/** The time zone of the plant in tests. */
export const TIME_ZONE = 'Asia/Shanghai';

/** A moment when nothing particular happens. */
export const AT = '2025-11-12T02:00:00.000Z';

/** A command as its journal lines. */
export interface TestCommand {
  /** The key of the item, which is made when it is new. */
  item: string;
  actor: string;
  at?: string;
  lines: JournalLine[];
}

/** The full reference of somebody in tests. */
export function user(name: string): string {
  return `user:default/${name}`;
}

/** The journal line of a milestone. */
export function milestone(
  kind: string,
  name: string,
  credited: Record<string, string[]>,
  times = 1,
): JournalLine {
  const payload = { milestone: name, kind, credited, times };
  return { type: 'milestone', payload };
}

/** The journal line of an action that entered data. */
export function entered(data: Record<string, unknown>): JournalLine {
  return { type: 'action', payload: { action: 'any', data } };
}

/**
 * Items with journals on a database, written the way commands write them: the
 * journal first, then the points, in one transaction.
 */
export class TestPlant {
  readonly people: PersonStore;
  readonly projection: LedgerProjection;
  readonly rules: Rule[];

  private constructor(readonly knex: Knex, rules?: Rule[]) {
    this.people = new PersonStore(knex);
    this.rules = rules ?? readRules(shippedRules());
    this.projection = new LedgerProjection(
      new LedgerStore(knex),
      this.people,
      this.rules,
      TIME_ZONE,
    );
  }

  /** Brings the schema up. */
  static async on(knex: Knex, rules?: Rule[]): Promise<TestPlant> {
    const directory = resolvePackagePath(
      '@techbridge/plugin-bridge-backend',
      'migrations',
    );
    await knex.migrate.latest({ directory });
    return new TestPlant(knex, rules);
  }

  /** Runs commands one after another. */
  async run(...commands: TestCommand[]): Promise<void> {
    for (const command of commands) {
      await this.people.id(command.actor);
      await this.knex.transaction(async trx => {
        const rows = await this.write(trx, [command]);
        await this.projection.apply(trx, rows);
      });
    }
  }

  /** Runs commands in one transaction, as when items are made by others. */
  async runTogether(commands: TestCommand[]): Promise<void> {
    for (const { actor } of commands) {
      await this.people.id(actor);
    }
    await this.knex.transaction(async trx => {
      const rows = await this.write(trx, commands);
      await this.projection.apply(trx, rows);
    });
  }

  /** Writes journals only. */
  async write(trx: Knex, commands: TestCommand[]): Promise<JournalRow[]> {
    const rows: JournalRow[] = [];
    for (const command of commands) {
      rows.push(...(await this.writeOne(trx, command)));
    }
    return rows;
  }

  /** Nulls the payload of the last journal line of a type, with its salt. */
  async erase(item: string, type: string): Promise<void> {
    const line = await this.knex('journal')
      .join('items', 'items.id', 'journal.item_id')
      .where({ 'items.key': item, type })
      .orderBy('journal.seq', 'desc')
      .first('item_id', 'journal.seq');
    await this.knex('journal_payload')
      .where(line)
      .update({ salt: null, payload: null });
  }

  /** The ledger as `person rule points`, in the order it was written. */
  async ledger(): Promise<string[]> {
    const rows = await this.knex('ledger')
      .join('person', 'person.id', 'ledger.person_id')
      .orderBy('ledger.id')
      .select('entity_ref', 'rule', 'points');
    return rows.map(row =>
      [row.entity_ref.replace('user:default/', ''), row.rule, row.points].join(
        ' ',
      ),
    );
  }

  private async writeOne(
    trx: Knex,
    { item, actor, at = AT, lines }: TestCommand,
  ): Promise<JournalRow[]> {
    const ids = await this.people.ids(trx, [actor]);
    const person = ids.get(actor);
    const { id, seq, rev } = await this.itemOf(trx, item, person, at);
    const rows = lines.map(({ type, payload }, place) => ({
      ...{ itemId: id, key: item, workflow: 'any', kind: 'any', title: item },
      ...{ seq: seq + place + 1, rev: rev + 1, type, actor, at, payload },
    }));
    await trx('items')
      .where({ id })
      .update({ seq: seq + lines.length, rev: rev + 1 });
    await trx('journal').insert(
      rows.map(row => ({
        ...{ item_id: id, seq: row.seq, rev: row.rev, type: row.type, at },
        ...{ person_id: person, payload_hash: '', previous: '', hash: '' },
      })),
    );
    await trx('journal_payload').insert(
      rows.map(row => ({
        ...{ item_id: id, seq: row.seq, salt: 'x' },
        payload: JSON.stringify(row.payload),
      })),
    );
    return rows;
  }

  private async itemOf(trx: Knex, key: string, creator?: number, at = AT) {
    const known = await trx('items').where({ key }).first('id', 'seq', 'rev');
    if (known) {
      return known;
    }
    const [made] = await trx('items')
      .insert({
        ...{ key, workflow: 'any', version: 1, kind: 'any', title: key },
        ...{ state: 'any', is_open: true, data: '{}', engine: '{}', entry: 1 },
        ...{ rev: 0, seq: 0, head: '', created_by: creator },
        ...{ created_at: at, updated_at: at },
      })
      .returning(['id', 'seq', 'rev']);
    return made;
  }
}
