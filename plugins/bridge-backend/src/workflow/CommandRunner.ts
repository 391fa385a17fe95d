import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { CommandName, CommandStore } from './CommandStore';
import { ItemPresenter } from './ItemPresenter';
import { ItemStore, Transaction } from './ItemStore';
import { canonicalJson, sha256 } from './journalChain';
import { PersonStore } from './PersonStore';
import { Draft } from './records';
import { CollisionError } from './refusals';
import { UnitOfWork, UnitParts } from './UnitOfWork';

/** Who sends which command. @internal */
export interface CommandRequest {
  person: string;
  /** Everything that makes it the same command. */
  input: unknown;
  idempotencyKey?: string;
  status: 200 | 201;
  /** Nobody waits for the answer, so that none is made. */
  unanswered?: true;
  /** For recorded history: when it happened. */
  now?: string;
  /** For recorded history: keys of the items that effects make. */
  keys?: string[];
}

/** The answer of a command, as it is told every time. @internal */
export interface CommandAnswer {
  status: number;
  /** The JSON of an item. */
  text: string;
}

/** A transaction with what is known in it. @internal */
export interface CommandScope {
  trx: Transaction;
  unit: UnitOfWork;
  personId: number;
  now: string;
}

const PATIENCE_MS = 5_000;
const TRIES = 5;

// PostgreSQL ends one of two transactions that wait for each other.
const DEADLOCK = '40P01';

/**
 * Carries out commands: one command, one transaction. The same command sent
 * again gets the same answer and has no second effect.
 *
 * @internal
 */
export class CommandRunner {
  constructor(
    private readonly parts: UnitParts & {
      items: ItemStore;
      people: PersonStore;
      commands: CommandStore;
      presenter: ItemPresenter;
      clock: Clock;
      /** Hears which items have changed, after the commit. */
      committed: (keys: string[]) => void;
    },
  ) {}

  /**
   * Runs a command; anew when another one stood in its way.
   *
   * @param work - lets the engine decide; gives the item that is answered
   * @throws CollisionError when others stood in its way every time
   */
  async run(
    request: CommandRequest,
    work: (scope: CommandScope) => Promise<Draft>,
  ): Promise<CommandAnswer> {
    const personId = await this.parts.people.id(request.person);
    const running = this.carryOut(request, personId, work);
    return request.idempotencyKey ? withPatience(running) : running;
  }

  private async carryOut(
    request: CommandRequest,
    personId: number,
    work: (scope: CommandScope) => Promise<Draft>,
  ): Promise<CommandAnswer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.attempt(request, personId, work);
      } catch (error) {
        if (!(error instanceof CollisionError) || tries === TRIES) {
          throw error;
        }
      }
    }
  }

  private async attempt(
    request: CommandRequest,
    personId: number,
    work: (scope: CommandScope) => Promise<Draft>,
  ): Promise<CommandAnswer> {
    try {
      const { answer, key } = await this.transact(request, personId, work);
      this.parts.committed([key]);
      return answer;
    } catch (error) {
      const known = await this.known(request, personId);
      if (known) {
        return known;
      }
      throw isCollision(error) ? new CollisionError('') : error;
    }
  }

  private async transact(
    request: CommandRequest,
    personId: number,
    work: (scope: CommandScope) => Promise<Draft>,
  ) {
    const { items, clock } = this.parts;
    const now = request.now ?? toIso(await clock.now());
    const { timeZone } = clock;
    const acting = { ref: request.person, id: personId, now, timeZone };
    return items.inTransaction(async trx => {
      const keys = [...(request.keys ?? [])];
      const unit = new UnitOfWork(trx, this.parts, acting, keys);
      const draft = await work({ trx, unit, personId, now });
      await unit.flush();
      const answer = await this.answer(trx, request, draft, now);
      const name = nameOf(request, personId);
      if (name) {
        const { status, text: body } = answer;
        const fingerprint = fingerprintOf(request);
        await this.parts.commands.keep(trx, name, {
          ...{ fingerprint, status, body },
          at: now,
        });
      }
      return { answer, key: draft.item.key };
    });
  }

  private async answer(
    trx: Transaction,
    request: CommandRequest,
    draft: Draft,
    now: string,
  ): Promise<CommandAnswer> {
    const { status } = request;
    if (request.unanswered) {
      return { status, text: '' };
    }
    const { definition, directory } = draft;
    const record = draft.written ?? draft.record;
    const item: Item = await this.parts.presenter.present(
      { record, definition, directory },
      { actor: request.person, now },
      trx,
    );
    return { status, text: JSON.stringify(item) };
  }

  private async known(
    request: CommandRequest,
    personId: number,
  ): Promise<CommandAnswer | undefined> {
    const name = nameOf(request, personId);
    const stored = name && (await this.parts.commands.find(name));
    if (!stored) {
      return undefined;
    }
    if (stored.fingerprint !== fingerprintOf(request)) {
      throw new BridgeError('idempotency-key-reused');
    }
    return { status: stored.status, text: stored.body };
  }
}

function isCollision(error: unknown): boolean {
  const { code } = error as { code?: string };
  return isDatabaseConflictError(error) || code === DEADLOCK;
}

/** A moment as every table keeps it: ISO 8601, UTC, milliseconds. @internal */
export function toIso(moment: { toMillis(): number }): string {
  return new Date(moment.toMillis()).toISOString();
}

function nameOf(
  { idempotencyKey: key }: CommandRequest,
  personId: number,
): CommandName | undefined {
  return key === undefined ? undefined : { personId, key };
}

function fingerprintOf({ input }: CommandRequest): string {
  return sha256(canonicalJson(input));
}

// The command goes on; whoever asks again later gets its answer.
async function withPatience<T>(running: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new BridgeError('command-in-flight')),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([running, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
