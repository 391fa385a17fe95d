import { BridgeError } from '@techbridge/plugin-bridge-common';
import { Write, writeTogether } from '../database/writeTogether';
import { CommandStore } from './CommandStore';
import { Transaction } from './ItemStore';
import { canonicalJson, sha256 } from './journalChain';
import { PersonStore } from './PersonStore';

/** The answer of a command, as it is told every time. @internal */
export interface CommandAnswer {
  status: number;
  /** JSON. */
  text: string;
}

/** A command that may come again. @internal */
export interface RepeatableCommand {
  person: string;
  idempotencyKey: string;
  /** Everything that makes it the same command. */
  input: unknown;
}

/** What is kept of a command, and where. @internal */
export interface KeptAnswer {
  /**
   * The answer that was told before.
   *
   * @throws BridgeError `idempotency-key-reused` for another command
   */
  find(): Promise<CommandAnswer | undefined>;
  /** Keeps the answer with what the command writes. */
  keep(trx: Transaction, answer: CommandAnswer, at: string): Promise<void>;
  /** The row of the answer, to be written with others. */
  row(trx: Transaction, answer: CommandAnswer, at: string): Write[];
}

/**
 * Answers of commands, kept for whoever sends the same command again.
 *
 * @internal
 */
export class KeptAnswers {
  constructor(
    private readonly commands: CommandStore,
    private readonly people: PersonStore,
  ) {}

  /** The place of a command's answer; to be asked for before a transaction. */
  async of(command: RepeatableCommand): Promise<KeptAnswer> {
    const { commands } = this;
    const personId = await this.people.id(command.person);
    const name = { personId, key: command.idempotencyKey };
    const fingerprint = sha256(canonicalJson(command.input));
    const row: KeptAnswer['row'] = (trx, { status, text: body }, at) =>
      commands.row(trx, name, { fingerprint, status, body, at });
    return {
      row,
      async find() {
        const stored = await commands.find(name);
        if (stored && stored.fingerprint !== fingerprint) {
          throw new BridgeError('idempotency-key-reused');
        }
        return stored && { status: stored.status, text: stored.body };
      },
      async keep(trx, answer, at) {
        await writeTogether(trx, row(trx, answer, at));
      },
    };
  }
}
