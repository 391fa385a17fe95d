import { Knex } from 'knex';

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

  /** Keeps an answer; fails on its unique key when a twin was faster. */
  async keep(
    trx: Knex,
    { personId, key }: CommandName,
    answer: StoredAnswer & { at: string },
  ): Promise<void> {
    await trx('commands').insert({
      person_id: personId,
      idempotency_key: key,
      ...answer,
    });
  }

  /** Forgets answers from before a moment. */
  async prune(before: string): Promise<void> {
    await this.knex('commands').where('at', '<', before).delete();
  }
}
