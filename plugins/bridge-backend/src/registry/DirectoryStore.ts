import {
  Directory,
  DirectoryNeeds,
  SuperUserFact,
} from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';
import { prepared } from '../database/prepared';
import { GONE_AFTER } from './MirrorStore';

/** Whose department a group is, and who leads it. */
type Organization = 'department' | 'head';

interface Row {
  kind: 'owner' | 'member' | 'superUser' | 'standIn' | 'left' | Organization;
  /** The system, the group, who is away or leads, or whose department it is. */
  of: string;
  /** The group that owns the system, or the person. */
  ref: string;
  role: SuperUserFact['role'] | null;
  modules: string | null;
  stage: SuperUserFact['stage'] | null;
  /** The only item for which somebody stands in. */
  item: string | null;
}

/**
 * Who is who for the rules of a workflow, in one statement: the members of
 * groups, the IT group of a system, its super users, who votes for whom.
 *
 * @internal
 */
export class DirectoryStore {
  constructor(private readonly knex: Knex, private readonly timeZone: string) {}

  /** Reads in the transaction of a command. */
  load(trx: Knex, needs: DirectoryNeeds, now: string): Promise<Directory> {
    return this.fetch(trx, needs, now);
  }

  /** Reads for somebody who looks. */
  read(needs: DirectoryNeeds, now: string): Promise<Directory> {
    return this.fetch(this.knex, needs, now);
  }

  private async fetch(
    connection: Knex,
    needs: DirectoryNeeds,
    now: string,
  ): Promise<Directory> {
    const { groups, systems, standIns, departments, leads } = needs;
    const { people = [] } = needs;
    const names = systems.map(nameOf);
    const today = dayOf(now, this.timeZone);
    const parts = [
      ...(names.length > 0 ? ofSystems(names, today) : []),
      ...(groups.length > 0 ? [membersOf(groups)] : []),
      ...(standIns ? [standInsOn(today)] : []),
      ...(people.length > 0 ? [leftAmong(people)] : []),
      ...(departments ? [departmentsOf(groups, names)] : []),
      ...(leads ? [headsOfGroups()] : []),
    ];
    if (parts.length === 0) {
      return directoryOf([]);
    }
    const sql = parts.map(part => part.sql).join(' union all ');
    const values = parts.flatMap(part => part.values);
    return directoryOf(await prepared<Row>(connection, sql, values));
  }
}

const NOT_APPOINTED =
  'null as role, null as modules, null as stage, null as item';

const MEMBERS = `
  select 'member' as kind, group_ref as "of", user_ref as ref, ${NOT_APPOINTED}
  from organization_members`;

/** A part of the statement, and what stands in it. */
interface Part {
  sql: string;
  values: string[];
}

// One text for each number of systems and groups, because PostgreSQL plans a
// list of unknown length anew every time. Owning and named groups stand apart:
// with an OR between them it reads the members of all groups.
function ofSystems(names: string[], today: string): Part[] {
  const list = listOf(names);
  return [
    {
      sql: `select 'owner' as kind, name as "of", owner_ref as ref, ${NOT_APPOINTED}
        from systems where name in ${list}`,
      values: names,
    },
    {
      sql: `${MEMBERS} where group_ref in (
        select owner_ref from systems where name in ${list})`,
      values: names,
    },
    {
      sql: `select 'superUser', system, person.entity_ref, role, modules, stage, null
        from appointments join person on person.id = appointments.person_id
        where system in ${list} and from_date <= ? and until_date >= ?`,
      values: [...names, today, today],
    },
  ];
}

function membersOf(groups: string[]): Part {
  const sql = `${MEMBERS} where group_ref in ${listOf(groups)}`;
  return { sql, values: groups };
}

// Whoever is in a group is there, whatever was found before.
function leftAmong(people: string[]): Part {
  return {
    sql: `select 'left' as kind, entity_ref as "of", entity_ref as ref, ${NOT_APPOINTED}
      from person where entity_ref in ${listOf(
        people,
      )} and missed >= ${GONE_AFTER}
        and not exists (
          select 1 from organization_members where user_ref = entity_ref)`,
    values: people,
  };
}

function standInsOn(today: string): Part {
  return {
    sql: `select 'standIn' as kind, away.entity_ref as "of", deputy.entity_ref as ref,
        null as role, null as modules, null as stage, item
      from delegations
        join person as away on away.id = person_id
        join person as deputy on deputy.id = delegate_id
      where from_date <= ? and until_date >= ? and ended_at is null`,
    values: [today, today],
  };
}

/** Of the people of these groups, and of those who own or answer for these systems. */
function departmentsOf(groups: string[], names: string[]): Part {
  const ofGroups = `select user_ref from organization_members
    where group_ref in ${listOf(groups)}`;
  const ofOwners = `select user_ref from organization_members
    join systems on owner_ref = group_ref where name in ${listOf(names)}`;
  const ofAppointed = `select person.entity_ref from appointments
    join person on person.id = appointments.person_id
    where system in ${listOf(names)}`;
  const people = [
    ...(groups.length > 0 ? [{ sql: ofGroups, values: groups }] : []),
    ...(names.length > 0 ? [{ sql: ofOwners, values: names }] : []),
    ...(names.length > 0 ? [{ sql: ofAppointed, values: names }] : []),
  ];
  const among = people.map(({ sql }) => `user_ref in (${sql})`).join(' or ');
  return {
    sql: `select 'department' as kind, user_ref as "of", group_ref as ref, ${NOT_APPOINTED}
      from organization_members
        join organization_groups on entity_ref = group_ref
      where type = 'department' and (${among || 'false'})`,
    values: people.flatMap(({ values }) => values),
  };
}

/** As few as there are groups that name one; a wrong name is nobody's. */
function headsOfGroups(): Part {
  const sql = `select 'head' as kind, head_ref as "of", entity_ref as ref, ${NOT_APPOINTED}
    from organization_groups where head_ref is not null`;
  return { sql, values: [] };
}

function listOf(values: string[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}

const RANK: SuperUserFact['role'][] = ['lead', 'backup', 'member'];

function directoryOf(rows: Row[]): Directory {
  const of = (kind: Row['kind'], key: string) =>
    rows
      .filter(row => row.kind === kind && row.of === key)
      .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  // A group that owns a system may be named besides.
  const refs = (found: Row[]) => [...new Set(found.map(({ ref }) => ref))];
  return {
    members: group => refs(of('member', group)),
    ownersOf: system =>
      of('owner', nameOf(system)).flatMap(({ ref }) => refs(of('member', ref))),
    superUsersOf: system =>
      of('superUser', nameOf(system))
        .map(toSuperUserFact)
        .sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role)),
    // Of several the first by name, so that it is always the same.
    hasLeft: person => of('left', person).length > 0,
    departmentOf: person => refs(of('department', person))[0],
    leadsOf: person => refs(of('head', person)),
    standInsOf: person =>
      of('standIn', person).map(({ ref, item }) => ({
        ref,
        ...(item !== null && { item }),
      })),
  };
}

function toSuperUserFact(row: Row): SuperUserFact {
  return {
    ref: row.ref,
    role: row.role ?? 'member',
    modules: JSON.parse(row.modules ?? '[]'),
    stage: row.stage ?? 'basic',
  };
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
