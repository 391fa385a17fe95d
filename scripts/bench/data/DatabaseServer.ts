import knexFactory, { Knex } from 'knex';

/**
 * The PostgreSQL of the benchmark.
 *
 * @internal
 */
export class DatabaseServer {
  constructor(private readonly address: string) {}

  /** Makes a database; with a template, a copy of that one. */
  async create(name: string, template = 'template1'): Promise<void> {
    await this.asAdministrator(async knex => {
      await knex.raw(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?',
        [template],
      );
      await knex.raw('CREATE DATABASE ?? TEMPLATE ??', [name, template]);
    });
  }

  /** Removes a database, whoever is still connected. */
  async drop(name: string): Promise<void> {
    await this.asAdministrator(knex =>
      knex.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]),
    );
  }

  /** Connects to a database, with at most so many connections. */
  open(name: string, connections = 5): Knex {
    return knexFactory({
      client: 'pg',
      connection: { ...this.connection(), database: name },
      pool: { min: 0, max: connections },
    });
  }

  /** How to connect, as a Backstage configuration says it. */
  connection() {
    const { hostname, port, username, password } = new URL(this.address);
    return { host: hostname, port: Number(port), user: username, password };
  }

  private async asAdministrator(
    work: (knex: Knex) => PromiseLike<unknown>,
  ): Promise<void> {
    const knex = this.open('postgres');
    try {
      await work(knex);
    } finally {
      await knex.destroy();
    }
  }
}
