import { Directory, SuperUserFact } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';

interface Row {
  kind: 'owner' | 'member' | 'superUser';
  /** The system or the group. */
  of: string;
  /** The group that owns the system, or the person. */
  ref: string;
  role: SuperUserFact['role'] | null;
  modules: string | null;
  stage: SuperUserFact['stage'] | null;
}

/** What a workflow asks about. @internal */
export interface DirectoryNeeds {
  groups: string[];
  systems: string[];
}

/**
 * Who is who for the rules of a workflow, in one statement: the members of
 * groups, the IT group of a system, its super users.
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
    { groups, systems }: DirectoryNeeds,
    now: string,
  ): Promise<Directory> {
    if (groups.length === 0 && systems.length === 0) {
      return directoryOf([]);
    }
    const names = systems.map(nameOf);
    const rows: Row[] = await connection.unionAll([
      owners(connection, names),
      members(connection, groups, names),
      superUsers(connection, names, dayOf(now, this.timeZone)),
    ]);
    return directoryOf(rows);
  }
}

function owners(connection: Knex, systems: string[]) {
  return connection('systems')
    .whereIn('name', systems)
    .select(connection.raw(`'owner' as "kind"`))
    .select('name as of', 'owner_ref as ref')
    .select(
      connection.raw('null as "role", null as "modules", null as "stage"'),
    );
}

function members(connection: Knex, groups: string[], systems: string[]) {
  const owning = connection('systems')
    .whereIn('name', systems)
    .select('owner_ref');
  return connection('organization_members')
    .whereIn('group_ref', groups)
    .orWhereIn('group_ref', owning)
    .select(connection.raw(`'member' as "kind"`))
    .select('group_ref as of', 'user_ref as ref')
    .select(
      connection.raw('null as "role", null as "modules", null as "stage"'),
    );
}

function superUsers(connection: Knex, systems: string[], today: string) {
  return connection('appointments')
    .join('person', 'person.id', 'appointments.person_id')
    .whereIn('system', systems)
    .where('from_date', '<=', today)
    .where('until_date', '>=', today)
    .select(connection.raw(`'superUser' as "kind"`))
    .select('system as of', 'person.entity_ref as ref')
    .select('role', 'modules', 'stage');
}

const RANK: SuperUserFact['role'][] = ['lead', 'backup', 'member'];

function directoryOf(rows: Row[]): Directory {
  const of = (kind: Row['kind'], key: string) =>
    rows
      .filter(row => row.kind === kind && row.of === key)
      .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const refs = (found: Row[]) => found.map(({ ref }) => ref);
  return {
    members: group => refs(of('member', group)),
    ownersOf: system =>
      of('owner', nameOf(system)).flatMap(({ ref }) => refs(of('member', ref))),
    superUsersOf: system =>
      of('superUser', nameOf(system))
        .map(toSuperUserFact)
        .sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role)),
    departmentOf: () => undefined,
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
