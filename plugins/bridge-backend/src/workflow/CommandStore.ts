import { Knex } from 'knex';
import { insertion, Write } from '../database/writeTogether';

/** An answer that is told again to the same command. @internal */
export interface StoredAnswer {
  fingerprint: string;
  status: number;
  body: string;
}

/** Names a command of a person. @internal */
export interface CommandName {
  personId: number;
  key: string;
}

/**
 * Keeps the answers of commands that carry an Idempotency-Key.
 *
 * @internal
 */
export class CommandStore {
  constructor(private readonly knex: Knex) {}

  /** The answer of a command that was carried out before. */
  find({ personId, key }: CommandName): Promise<StoredAnswer | undefined> {
    return this.knex('commands')
      .where({ person_id: personId, idempotency_key: key })
      .first('fingerprint', 'status', 'body');
  }

  /** The row of an answer; it fails on its key when a twin was faster. */
  row(
    trx: Knex,
    { personId, key }: CommandName,
    answer: StoredAnswer & { at: string },
  ): Write[] {
    const row = { person_id: personId, idempotency_key: key, ...answer };
    return insertion(trx, 'commands', [row]);
  }

  /** Forgets answers from before a moment. */
  async prune(before: string): Promise<void> {
    await this.knex('commands').where('at', '<', before).delete();
  }
}
