import { Knex } from 'knex';

/** A statement with the values that were bound to it. */
export interface Statement {
  sql: string;
  bindings: unknown[];
}

/** What one transaction sent between its beginning and its end. */
export interface LoggedTransaction {
  statements: Statement[];
  end?: 'commit' | 'rollback';
}

interface QueryEvent extends Statement {
  __knexTxId?: string;
}

/** Writes down what a database is asked, transaction by transaction. */
export class StatementLog {
  /** What was sent outside of transactions. */
  readonly loose: Statement[] = [];
  private readonly byId = new Map<string, LoggedTransaction>();

  constructor(knex: Knex) {
    knex.on('query', (event: QueryEvent) => this.note(event));
  }

  /** All transactions, in the order in which they began. */
  get transactions(): LoggedTransaction[] {
    return [...this.byId.values()];
  }

  /** Those that carried out a command: they wrote a line into a journal. */
  get commands(): LoggedTransaction[] {
    return this.transactions.filter(
      transaction => countOf(transaction, /insert into .journal. /) > 0,
    );
  }

  /** Forgets everything. */
  clear(): void {
    this.loose.length = 0;
    this.byId.clear();
  }

  private note({ __knexTxId: id, sql, bindings }: QueryEvent): void {
    if (id === undefined) {
      this.loose.push({ sql, bindings });
      return;
    }
    const transaction = this.byId.get(id) ?? { statements: [] };
    this.byId.set(id, transaction);
    if (/^(COMMIT|ROLLBACK)/.test(sql)) {
      transaction.end = sql.startsWith('COMMIT') ? 'commit' : 'rollback';
    } else if (!/^(BEGIN|SET TRANSACTION)/.test(sql)) {
      transaction.statements.push({ sql, bindings });
    }
  }
}

/** How many statements of a transaction look like this. */
export function countOf(
  { statements }: LoggedTransaction,
  pattern: RegExp,
): number {
  return statements.filter(({ sql }) => pattern.test(sql)).length;
}
