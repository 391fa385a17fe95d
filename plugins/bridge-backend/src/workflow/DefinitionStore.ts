import { WorkflowDefinition } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { VersionStatus } from './versions/publishing';

/** A stored version of a workflow. @internal */
export interface StoredDefinition {
  id: string;
  version: number;
  hash: string;
  status: VersionStatus;
  at: string;
  /** Null where it came from a file. */
  madeBy: string | null;
  basedOn: number | null;
}

/** A version with all that is in it. @internal */
export interface FullDefinition extends StoredDefinition {
  definition: WorkflowDefinition;
}

/**
 * Keeps every version of every workflow. A version never changes.
 *
 * @internal
 */
export class DefinitionStore {
  constructor(private readonly knex: Knex) {}

  /** The version in force of each workflow, by id. */
  async inForce(connection: Knex = this.knex): Promise<FullDefinition[]> {
    const rows = await connection('definitions')
      .where({ status: 'published' })
      .orderBy('id')
      .select('*');
    return rows.map(toFull);
  }

  /** One version. */
  async get(
    id: string,
    version: number,
    connection: Knex = this.knex,
  ): Promise<FullDefinition | undefined> {
    const row = await connection('definitions').where({ id, version }).first();
    return row && toFull(row);
  }

  /** The versions of a workflow, newest first. */
  versions(
    id: string,
    page: { limit: number; before?: number },
  ): Promise<StoredDefinition[]> {
    const query = this.knex('definitions')
      .where({ id })
      .orderBy('version', 'desc')
      .limit(page.limit)
      .select('id', 'version', 'hash', 'status', 'at')
      .select('made_by as madeBy', 'based_on as basedOn');
    return page.before === undefined
      ? query
      : query.andWhere('version', '<', page.before);
  }

  /** How many versions a workflow has. */
  async countVersions(id: string): Promise<number> {
    const row = await this.knex('definitions')
      .where({ id })
      .count({ total: '*' })
      .first();
    return Number(row?.total ?? 0);
  }

  /** Those of some versions that open items run on. */
  async inUse(id: string, versions: number[]): Promise<Set<number>> {
    const rows = await this.knex('items')
      .where({ workflow: id, is_open: true })
      .whereIn('version', versions)
      .distinct('version');
    return new Set(rows.map(({ version }) => Number(version)));
  }
}

interface Columns extends Omit<StoredDefinition, 'madeBy' | 'basedOn'> {
  compiled: string;
  made_by: string | null;
  based_on: number | null;
}

function toFull(row: Columns): FullDefinition {
  const { id, version, hash, status, at, compiled } = row;
  const { made_by: madeBy, based_on: basedOn } = row;
  const definition = JSON.parse(compiled);
  return { id, version, hash, status, at, madeBy, basedOn, definition };
}
