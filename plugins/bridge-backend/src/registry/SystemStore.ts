import { toFts5Query, toTsQuery } from '@techbridge/cjk-text';
import {
  BridgeError,
  ListSystemsQuery,
  MAXIMUM_TOTAL,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import {
  AppointmentRow,
  SystemRecord,
  SystemRow,
  toSuperUser,
  toSystemRecord,
} from './rows';
import {
  applySystemFilter,
  SystemFilter,
  whereSuperUser,
  whereVacant,
} from './systemFilter';

/** What a page of systems is asked for. @internal */
export interface SystemSelection
  extends Pick<
    ListSystemsQuery,
    'superUser' | 'it' | 'vacant' | 'criticality' | 'lifecycle' | 'names'
  > {
  /** Search terms; a system matches when each begins one of its tokens. */
  terms: string[];
  filter: SystemFilter;
  today: string;
}

/** The order of a page and where it begins. @internal */
export interface PageRequest {
  order: ListSystemsQuery['order'];
  limit: number;
  after?: string[];
}

type JoinedRow = SystemRow & { [K in keyof AppointmentRow]: AppointmentRow[K] };

const SORT_COLUMNS: Record<ListSystemsQuery['order'], string[]> = {
  criticality: ['criticality', 'name'],
  name: ['name'],
  '-name': ['name'],
};

const SYSTEM_COLUMNS = [
  'name',
  'title_en',
  'title_zh',
  'aliases',
  'owner_ref',
  'criticality',
  'lifecycle',
  'modules',
  'source',
  'revision',
];

/** The sort values of a row, in the order of the page. @internal */
export function sortValues(
  order: ListSystemsQuery['order'],
  record: SystemRecord,
): string[] {
  return order === 'criticality'
    ? [record.criticality, record.name]
    : [record.name];
}

/**
 * Reads systems together with the appointments that count on a day.
 *
 * @internal
 */
export class SystemStore {
  private prepared?: Knex.Sql;

  constructor(private readonly knex: Knex) {}

  /** One system, when the filter covers it. One statement. */
  async get(
    name: string,
    filter: SystemFilter,
    today: string,
    connection: Knex = this.knex,
  ): Promise<SystemRecord | undefined> {
    const [record] = gather(
      filter === 'all' && isPostgres(this.knex)
        ? await this.preparedRows(name, today, connection)
        : await this.rowsOf(name, filter, today, connection),
    );
    return record;
  }

  /** A page of systems in order. One statement. */
  async list(
    selection: SystemSelection,
    page: PageRequest,
  ): Promise<SystemRecord[]> {
    const direction: 'asc' | 'desc' = page.order === '-name' ? 'desc' : 'asc';
    const columns = SORT_COLUMNS[page.order];
    const inOrder = (table: string) =>
      columns.map(column => ({
        column: `${table}.${column}`,
        order: direction,
      }));
    const base = this.matching(selection)
      .select(SYSTEM_COLUMNS.map(column => `systems.${column}`))
      .orderBy(inOrder('systems'))
      .limit(page.limit);
    if (page.after) {
      this.startAfter(base, columns, direction, page.after);
    }
    // The join loses the order. Only the database may sort: how it compares
    // texts is its own affair, and the cursor must agree with it.
    const rows = await this.withAppointments(base, selection.today).orderBy(
      inOrder('page'),
    );
    return gather(rows);
  }

  /** How many systems match, counted up to one more than is told. */
  async count(selection: SystemSelection): Promise<number> {
    const some = this.matching(selection)
      .select('systems.name')
      .limit(MAXIMUM_TOTAL + 1)
      .as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  private rowsOf(
    name: string,
    filter: SystemFilter,
    today: string,
    connection: Knex,
  ) {
    const base = connection('systems')
      .select(SYSTEM_COLUMNS.map(column => `systems.${column}`))
      .where('systems.name', name)
      .whereNull('systems.removed_at');
    applySystemFilter(base, filter, today);
    return this.withAppointments(base, today, connection);
  }

  // Building and planning this statement cost more than running it, and nearly
  // every reader asks for it. So it is built once, and planned once a
  // connection, because it has a name.
  private async preparedRows(
    name: string,
    today: string,
    connection: Knex,
  ): Promise<JoinedRow[]> {
    this.prepared ??= this.rowsOf(':name', 'all', ':day', this.knex).toSQL();
    const { sql, bindings } = this.prepared;
    const values = bindings.map(marker => (marker === ':name' ? name : today));
    const { rows } = await connection
      .raw<{ rows: JoinedRow[] }>(sql, values)
      .options({ name: 'bridge-system' });
    return rows;
  }

  private matching(selection: SystemSelection): Knex.QueryBuilder {
    const { filter, today, superUser, vacant, names } = selection;
    const query = this.knex('systems').whereNull('systems.removed_at');
    applySystemFilter(query, filter, today);
    this.search(query, selection.terms);
    if (superUser) {
      whereSuperUser(query, superUser, today);
    }
    if (vacant) {
      whereVacant(query, vacant, today);
    }
    if (names) {
      query.whereIn('systems.name', names.slice(0, 100));
    }
    return query.andWhere(equalities(selection));
  }

  private search(query: Knex.QueryBuilder, terms: string[]): void {
    if (terms.length === 0) {
      return;
    }
    if (isPostgres(this.knex)) {
      query.whereRaw('systems.search @@ ?::tsquery', [toTsQuery(terms)]);
    } else {
      query.whereIn('systems.name', builder =>
        builder
          .from('system_search')
          .whereRaw('system_search MATCH ?', [toFts5Query(terms)])
          .select('name'),
      );
    }
  }

  private startAfter(
    query: Knex.QueryBuilder,
    columns: string[],
    direction: 'asc' | 'desc',
    after: string[],
  ): void {
    if (after.length !== columns.length) {
      throw new BridgeError('invalid-cursor');
    }
    const names = columns.map(column => `systems.${column}`);
    const sign = direction === 'asc' ? '>' : '<';
    query.whereRaw(
      `(${names.map(() => '??').join(', ')}) ${sign} (${after
        .map(() => '?')
        .join(', ')})`,
      [...names, ...after],
    );
  }

  private withAppointments(
    base: Knex.QueryBuilder,
    today: string,
    connection: Knex = this.knex,
  ): Knex.QueryBuilder<JoinedRow, JoinedRow[]> {
    return connection
      .with('page', base)
      .from('page')
      .leftJoin(
        'organization_groups',
        'organization_groups.entity_ref',
        'page.owner_ref',
      )
      .leftJoin('appointments', join =>
        join
          .on('appointments.system', 'page.name')
          .andOnVal('from_date', '<=', today)
          .andOnVal('until_date', '>=', today),
      )
      .leftJoin('person', 'person.id', 'appointments.person_id')
      .select(
        'page.*',
        'organization_groups.title_en as owner_en',
        'organization_groups.title_zh as owner_zh',
        'person.entity_ref',
        'person.name as person_name',
        'role',
        'department',
        'shift',
        'appointments.modules as appointment_modules',
        'stage',
        'from_date',
        'until_date',
      );
  }
}

function equalities(selection: SystemSelection): Record<string, string> {
  const { it, criticality, lifecycle } = selection;
  return {
    ...(it && { 'systems.owner_ref': it }),
    ...(criticality && { 'systems.criticality': criticality }),
    ...(lifecycle && { 'systems.lifecycle': lifecycle }),
  };
}

function gather(rows: JoinedRow[]): SystemRecord[] {
  const records = new Map<string, SystemRecord>();
  for (const row of rows) {
    const record = records.get(row.name) ?? toSystemRecord(row);
    records.set(row.name, record);
    if (row.entity_ref) {
      record.superUsers.push(toSuperUser(row));
    }
  }
  return [...records.values()];
}
