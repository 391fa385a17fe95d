import {
  Directory,
  DirectoryNeeds,
  SuperUserFact,
} from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';
import { prepared } from '../database/prepared';

interface Row {
  kind: 'owner' | 'member' | 'superUser' | 'standIn';
  /** The system, the group, or who is away. */
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
    { groups, systems, standIns }: DirectoryNeeds,
    now: string,
  ): Promise<Directory> {
    if (groups.length === 0 && systems.length === 0 && !standIns) {
      return directoryOf([]);
    }
    const names = systems.map(nameOf);
    const today = dayOf(now, this.timeZone);
    const rows = await prepared<Row>(
      connection,
      statementFor(names.length, groups.length, standIns),
      [
        ...(names.length > 0
          ? [...names, ...names, ...names, today, today]
          : []),
        ...groups,
        ...(standIns ? [today, today] : []),
      ],
    );
    return directoryOf(rows);
  }
}

const NOT_APPOINTED =
  'null as role, null as modules, null as stage, null as item';

const MEMBERS = `
  select 'member' as kind, group_ref as "of", user_ref as ref, ${NOT_APPOINTED}
  from organization_members`;

const STAND_INS = `
  select 'standIn', away.entity_ref, deputy.entity_ref, null, null, null, item
  from delegations
    join person as away on away.id = person_id
    join person as deputy on deputy.id = delegate_id
  where from_date <= ? and until_date >= ? and ended_at is null`;

// One text for each number of systems and groups, because PostgreSQL plans a
// list of unknown length anew every time. Owning and named groups stand apart:
// with an OR between them it reads the members of all groups.
function statementFor(
  systems: number,
  groups: number,
  standIns: boolean,
): string {
  return [
    ...(systems > 0 ? ofSystems(listOf(systems)) : []),
    ...(groups > 0 ? [`${MEMBERS} where group_ref in ${listOf(groups)}`] : []),
    ...(standIns ? [STAND_INS] : []),
  ].join(' union all ');
}

function ofSystems(list: string): string[] {
  return [
    `select 'owner' as kind, name as "of", owner_ref as ref, ${NOT_APPOINTED}
     from systems where name in ${list}`,
    `${MEMBERS} where group_ref in (
       select owner_ref from systems where name in ${list})`,
    `select 'superUser', system, person.entity_ref, role, modules, stage, null
     from appointments join person on person.id = appointments.person_id
     where system in ${list} and from_date <= ? and until_date >= ?`,
  ];
}

function listOf(length: number): string {
  return `(${Array(length).fill('?').join(', ')})`;
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
    departmentOf: () => undefined,
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
