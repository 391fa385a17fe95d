import { Title } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { readMark, writeMark } from '../database/marks';
import { SystemFacts, SystemRow, toSystemRecord } from './rows';

/** Who was not found so often, one look after the other, has left. @internal */
export const GONE_AFTER = 2;

/** A day range: after `last`, up to and including `today`. @internal */
export interface Days {
  last: string;
  today: string;
}

/** What the mirror keeps of a group. @internal */
export interface GroupFacts {
  title: Title;
  /** Such as `department`; empty where the catalog says nothing. */
  type: string;
  /** Who leads it; null where the catalog names nobody. */
  head: string | null;
}

/**
 * The tables that repeat what the catalog says: systems of other sources,
 * titles, types and heads of groups, names of people.
 *
 * @internal
 */
export class MirrorStore {
  constructor(private readonly knex: Knex) {}

  /** Every system, also removed ones. */
  async systems(): Promise<(SystemFacts & { removed: boolean })[]> {
    const rows: (SystemRow & { removed_at: string | null })[] = await this.knex(
      'systems',
    ).select('*');
    return rows.map(row => ({
      ...toSystemRecord(row),
      removed: row.removed_at !== null,
    }));
  }

  /** All known groups. */
  async groups(): Promise<Map<string, GroupFacts>> {
    const rows = await this.knex('organization_groups').select('*');
    return new Map(
      rows.map(({ entity_ref: ref, title_en: en, title_zh: zh, ...row }) => [
        ref,
        { title: { en, zh }, type: row.type, head: row.head_ref },
      ]),
    );
  }

  /** Writes what is known of a group. */
  async putGroup(ref: string, facts: GroupFacts): Promise<void> {
    const { title, type, head } = facts;
    const names = { title_en: title.en, title_zh: title.zh };
    await this.knex('organization_groups')
      .insert({ entity_ref: ref, ...names, type, head_ref: head })
      .onConflict('entity_ref')
      .merge();
  }

  /** Forgets a group. */
  async dropGroup(ref: string): Promise<void> {
    await this.knex('organization_groups').where({ entity_ref: ref }).delete();
  }

  /** Those of these references that lead to a system of ours. */
  async knownSystems(refs: string[]): Promise<Set<string>> {
    const names = refs.map(ref => ref.slice(ref.lastIndexOf('/') + 1));
    const found: string[] = await this.knex('systems')
      .whereIn('name', names)
      .whereNull('removed_at')
      .pluck('name');
    return new Set(found.map(name => `system:default/${name}`));
  }

  /** The members of every known group, as `group user`. */
  async members(): Promise<Set<string>> {
    const rows: { group_ref: string; user_ref: string }[] = await this.knex(
      'organization_members',
    ).select('*');
    return new Set(rows.map(row => `${row.group_ref} ${row.user_ref}`));
  }

  /** Writes who joined groups and who left them. */
  async changeMembers(change: {
    joined: [group: string, user: string][];
    left: [group: string, user: string][];
  }): Promise<void> {
    for (const some of chunks(change.joined)) {
      await this.knex('organization_members')
        .insert(
          some.map(([group, user]) => ({ group_ref: group, user_ref: user })),
        )
        .onConflict(['group_ref', 'user_ref'])
        .ignore();
    }
    for (const some of chunks(change.left)) {
      await this.knex('organization_members')
        .whereIn(['group_ref', 'user_ref'], some)
        .delete();
    }
  }

  /** Everybody who ever played a part, with the names we know. */
  async people(): Promise<{ ref: string; name: string; missed: number }[]> {
    return this.knex('person')
      .where('entity_ref', 'like', 'user:%')
      .select('entity_ref as ref', 'name', 'missed');
  }

  /** Writes the name of a person. */
  async renamePerson(ref: string, name: string): Promise<void> {
    await this.knex('person').where({ entity_ref: ref }).update({ name });
  }

  /** How often these people have not been found, one look after the other. */
  async noteMissed(refs: string[], missed: number): Promise<void> {
    for (const some of chunks(refs)) {
      await this.knex('person').whereIn('entity_ref', some).update({ missed });
    }
  }

  /** The systems where one of these groups or people plays a part. */
  async systemsOf(groups: string[], people: string[]): Promise<string[]> {
    const appointed = this.knex('appointments')
      .join('person', 'person.id', 'appointments.person_id')
      .whereIn('department', groups)
      .orWhereIn('person.entity_ref', people)
      .select('system');
    return this.knex('systems')
      .whereNull('removed_at')
      .andWhere(query =>
        query.whereIn('owner_ref', groups).orWhereIn('name', appointed),
      )
      .pluck('name');
  }

  /** The systems where a term began or ended in these days. */
  async systemsWithTermsIn({ last, today }: Days): Promise<string[]> {
    return this.knex('appointments')
      .where(query =>
        query.where('from_date', '>', last).andWhere('from_date', '<=', today),
      )
      .orWhere(query =>
        query
          .where('until_date', '>=', last)
          .andWhere('until_date', '<', today),
      )
      .distinct('system')
      .pluck('system');
  }

  /** The day on which terms were looked at last. */
  termsNotedOn(): Promise<string | undefined> {
    return readMark(this.knex, 'terms');
  }

  /** Terms have been looked at on this day. */
  noteTermsOn(day: string): Promise<void> {
    return writeMark(this.knex, 'terms', day);
  }
}

function chunks<T>(rows: T[], size = 500): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < rows.length; i += size) {
    parts.push(rows.slice(i, i + size));
  }
  return parts;
}
