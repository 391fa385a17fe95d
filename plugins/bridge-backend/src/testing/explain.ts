import { Knex } from 'knex';
import { Statement } from './StatementLog';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Temp Written Blocks': number;
  Plans?: Plan[];
}

/** How PostgreSQL has carried out a statement. */
export interface Explained {
  sql: string;
  /** The pages of the database that were looked at. */
  buffers: number;
  /** Each step, with the table where it reads one. */
  nodes: string[];
  /** How many rows went into the largest sort. */
  sorted: number;
  /** Whether something did not fit into memory. */
  spilled: boolean;
}

/** Carries a statement out once more, and says how. For PostgreSQL only. */
export async function explain(
  knex: Knex,
  { sql, bindings }: Statement,
): Promise<Explained> {
  const answer = await knex.raw(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql.replace(/\$\d+/g, '?')}`,
    bindings as string[],
  );
  const plan: Plan = answer.rows[0]['QUERY PLAN'][0].Plan;
  const nodes = allNodes(plan);
  return {
    sql,
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    nodes: nodes.map(node =>
      [node['Node Type'], node['Relation Name']].filter(Boolean).join(' '),
    ),
    sorted: Math.max(0, ...nodes.filter(isSort).map(rowsInto)),
    spilled: plan['Temp Written Blocks'] > 0,
  };
}

function allNodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(allNodes)];
}

function isSort(node: Plan): boolean {
  return node['Node Type'].endsWith('Sort');
}

function rowsInto({ Plans: [below] = [] }: Plan): number {
  return below ? below['Actual Rows'] * below['Actual Loops'] : 0;
}
