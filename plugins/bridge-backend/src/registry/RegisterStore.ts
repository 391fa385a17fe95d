import { AppointmentInput } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import {
  AppointmentRow,
  SystemFacts,
  toSuperUser,
  toSystemColumns,
} from './rows';
import { searchTokens } from './searchTokens';

/** The transaction of a command, which only stores look into. @internal */
export type Transaction = Knex.Transaction;

/** One line of an appointment's history. @internal */
export interface HistoryEntry {
  system: string;
  personId: number;
  type: 'appointed' | 'changed' | 'ended';
  actor: string;
  at: string;
  terms: object;
  /** The effect of a workflow that did it; the same effect does it once. */
  cause?: string;
}

/**
 * Writes to the register. Every method takes the transaction of its command.
 *
 * @internal
 */
export class RegisterStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Runs a command in one transaction. It begins by taking the next change
   * number, whose row stays locked until the end: so commands on the register
   * run one after another, the numbers follow the order of the commits, and
   * what a command checks stays true until it has written.
   */
  async inTransaction<T>(
    run: (trx: Transaction, change: number) => Promise<T>,
  ): Promise<T> {
    return this.knex.transaction(async trx =>
      run(trx, await this.nextChange(trx)),
    );
  }

  /** Takes the next change number within a transaction of somebody else. */
  async nextChange(trx: Knex): Promise<number> {
    const [{ value }] = await trx('counters')
      .where({ name: 'change' })
      .increment('value', 1)
      .returning('value');
    return Number(value);
  }

  /** The department of a person, of several the first by name. */
  async departmentOf(trx: Knex, user: string): Promise<string | undefined> {
    const row = await trx('organization_members')
      .join('organization_groups', 'entity_ref', 'group_ref')
      .where({ user_ref: user, type: 'department' })
      .orderBy('group_ref')
      .first('group_ref as ref');
    return row?.ref;
  }

  /** Inserts a system, or brings a removed one back. */
  async insertSystem(trx: Knex, facts: SystemFacts): Promise<void> {
    await trx('systems')
      .insert({ ...toSystemColumns(facts), revision: 1, removed_at: null })
      .onConflict('name')
      .merge();
  }

  /** Replaces the facts of a system. */
  async updateSystem(trx: Knex, facts: SystemFacts): Promise<void> {
    await trx('systems')
      .where({ name: facts.name })
      .update({ ...toSystemColumns(facts), removed_at: null })
      .increment('revision', 1);
  }

  /** Takes a system out; its row and its appointments' history stay. */
  async removeSystem(trx: Knex, name: string, at: string): Promise<void> {
    await trx('systems').where({ name }).update({ removed_at: at });
  }

  /** The number of a person, who is remembered with this name. */
  async rememberPerson(trx: Knex, ref: string, name: string): Promise<number> {
    const [{ id }] = await trx('person')
      .insert({ entity_ref: ref, name })
      .onConflict('entity_ref')
      .merge(['name'])
      .returning('id');
    return Number(id);
  }

  /** All appointments of a system, also past and future ones. */
  async appointmentsOf(trx: Knex, system: string) {
    const rows: (AppointmentRow & { person_id: number })[] = await trx(
      'appointments',
    )
      .join('person', 'person.id', 'appointments.person_id')
      .where({ system })
      .select(
        'appointments.*',
        'appointments.modules as appointment_modules',
        'person.entity_ref',
        'person.name as person_name',
      );
    return rows.map(row => ({ ...toSuperUser(row), personId: row.person_id }));
  }

  /** Writes the one appointment of a person in a system. */
  async putAppointment(
    trx: Knex,
    system: string,
    personId: number,
    input: AppointmentInput,
  ): Promise<void> {
    await trx('appointments')
      .insert({
        system,
        person_id: personId,
        role: input.role,
        department: input.department,
        shift: input.shift,
        modules: JSON.stringify(input.modules),
        stage: input.stage,
        from_date: input.from,
        until_date: input.until,
      })
      .onConflict(['system', 'person_id'])
      .merge();
  }

  /** Ends an appointment at once; its history stays. */
  async deleteAppointment(
    trx: Knex,
    system: string,
    personId: number,
  ): Promise<void> {
    await trx('appointments').where({ system, person_id: personId }).delete();
  }

  /** Adds a line to an appointment's history. */
  async addHistory(trx: Knex, entry: HistoryEntry): Promise<void> {
    const { personId, terms, ...rest } = entry;
    await trx('appointment_history').insert({
      ...rest,
      person_id: personId,
      terms: JSON.stringify(terms),
    });
  }

  /** Whether an effect of a workflow has been carried out already. */
  async isCarriedOut(trx: Knex, cause: string): Promise<boolean> {
    const row = await trx('appointment_history').where({ cause }).first('id');
    return row !== undefined;
  }

  /** Notes that the catalog must show a system anew. */
  async noteChange(trx: Knex, system: string, change: number): Promise<void> {
    await trx('catalog_changes')
      .insert({ system, sequence: change })
      .onConflict('system')
      .merge();
  }

  /** Writes anew under which tokens a system is found. */
  async reindex(trx: Knex, facts: SystemFacts): Promise<void> {
    const people = await this.appointmentsOf(trx, facts.name);
    const refs = [facts.it, ...people.map(({ department }) => department)];
    const groups = await trx('organization_groups')
      .whereIn('entity_ref', refs)
      .select('title_en', 'title_zh');
    const tokens = searchTokens([
      facts.name,
      facts.title.en,
      facts.title.zh,
      ...facts.aliases,
      ...facts.modules.flatMap(({ title }) => [title.en, title.zh]),
      ...people.flatMap(({ user, name }) => [nameOf(user), name]),
      ...refs.map(nameOf),
      ...groups.flatMap(group => [group.title_en, group.title_zh]),
    ]);
    await this.writeTokens(trx, facts.name, tokens);
  }

  private async writeTokens(
    trx: Knex,
    name: string,
    tokens: string[],
  ): Promise<void> {
    if (isPostgres(this.knex)) {
      await trx('systems')
        .where({ name })
        .update({ search: trx.raw('array_to_tsvector(?::text[])', [tokens]) });
      return;
    }
    await trx('system_search').where({ name }).delete();
    await trx('system_search').insert({ name, tokens: tokens.join(' ') });
  }
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
