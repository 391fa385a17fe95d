import { WorkflowDefinition } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';

/** A stored version of a workflow. @internal */
export interface StoredDefinition {
  id: string;
  version: number;
  hash: string;
  status: 'published' | 'deprecated';
  at: string;
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

  /** The newest version of a workflow. */
  newest(id: string): Promise<StoredDefinition | undefined> {
    return this.knex('definitions')
      .where({ id })
      .orderBy('version', 'desc')
      .first('id', 'version', 'hash', 'status', 'at');
  }

  /** The newest version of each workflow, by id. */
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
      .select('id', 'version', 'hash', 'status', 'at');
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

  /**
   * Puts the next version into force.
   *
   * @returns whether it did; another replica may have been faster
   */
  async publish(next: FullDefinition & { yaml: string }): Promise<boolean> {
    const { id, version, hash, at, yaml, definition } = next;
    return this.knex.transaction(async trx => {
      const inserted = await trx('definitions')
        .insert({
          id,
          version,
          hash,
          status: 'published',
          yaml,
          compiled: JSON.stringify(definition),
          at,
        })
        .onConflict(['id', 'version'])
        .ignore()
        .returning('version');
      if (inserted.length === 0) {
        return false;
      }
      await trx('definitions')
        .where({ id, status: 'published' })
        .andWhere('version', '<', version)
        .update({ status: 'deprecated' });
      return true;
    });
  }
}

interface Columns extends StoredDefinition {
  compiled: string;
}

function toFull({ compiled, ...row }: Columns): FullDefinition {
  const { id, version, hash, status, at } = row;
  return { id, version, hash, status, at, definition: JSON.parse(compiled) };
}
