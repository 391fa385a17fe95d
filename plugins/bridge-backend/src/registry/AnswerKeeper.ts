import { Transaction } from './RegisterStore';

/** An answer that is told again byte for byte. @internal */
export interface ToldAnswer {
  status: number;
  /** JSON. */
  text: string;
}

/** What is kept of one command, and where. @internal */
export interface KeptAnswer {
  find(): Promise<ToldAnswer | undefined>;
  keep(trx: Transaction, answer: ToldAnswer, at: string): Promise<void>;
}

/**
 * Keeps what a command answered, for whoever sends the same command again.
 *
 * @internal
 */
export interface AnswerKeeper {
  of(command: {
    person: string;
    idempotencyKey: string;
    input: unknown;
  }): Promise<KeptAnswer>;
}
