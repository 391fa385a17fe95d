import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { dayOf } from '../database/dayOf';
import { ItemPresenter } from './ItemPresenter';
import { ItemFilter, itemNarrowing } from './itemFilter';
import { ItemStore, Transaction } from './ItemStore';
import { CommandAnswer, KeptAnswer, KeptAnswers } from './KeptAnswers';
import { PersonStore } from './PersonStore';
import { Draft } from './records';
import { CollisionError } from './refusals';
import { UnitOfWork } from './UnitOfWork';
import { UnitParts } from './UnitParts';

/** Who sends which command. @internal */
export interface CommandRequest {
  person: string;
  /** Everything that makes it the same command. */
  input: unknown;
  idempotencyKey?: string;
  status: 200 | 201;
  /** Which items the person may see; all, where it is not said. */
  sees?: ItemFilter;
  /** Whether the person may read internal notes by permission. */
  notes?: boolean;
  /** Nobody waits for the answer, so that none is made. */
  unanswered?: true;
  /** For recorded history: when it happened. */
  now?: string;
  /** For recorded history: keys of the items that effects make. */
  keys?: string[];
}

/** A transaction with what is known in it. @internal */
export interface CommandScope {
  trx: Transaction;
  unit: UnitOfWork;
  personId: number;
  now: string;
}

interface RunningCommand {
  request: CommandRequest;
  personId: number;
  work(scope: CommandScope): Promise<Draft>;
  kept?: KeptAnswer;
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
      answers: KeptAnswers;
      presenter: ItemPresenter;
      clock: Clock;
      /**
       * Hears after the commit which items have changed, and whether the worker
       * has something to do.
       */
      committed: (keys: string[], leavesWork: boolean) => void;
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
    const { people, answers } = this.parts;
    const personId = await people.id(request.person);
    const { person, idempotencyKey, input } = request;
    if (idempotencyKey === undefined) {
      return this.carryOut({ request, personId, work });
    }
    const kept = await answers.of({ person, idempotencyKey, input });
    return withPatience(this.carryOut({ request, personId, work, kept }));
  }

  private async carryOut(command: RunningCommand): Promise<CommandAnswer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.attempt(command);
      } catch (error) {
        if (!(error instanceof CollisionError) || tries === TRIES) {
          throw error;
        }
      }
    }
  }

  private async attempt(command: RunningCommand): Promise<CommandAnswer> {
    try {
      const done = await this.transact(command);
      const { answer, key, leavesWork, afterwards } = done;
      this.parts.committed([key], leavesWork);
      for (const tell of afterwards) {
        await tell();
      }
      return answer;
    } catch (error) {
      const known = await command.kept?.find();
      if (known) {
        return known;
      }
      throw isCollision(error) ? new CollisionError('') : error;
    }
  }

  private async transact(command: RunningCommand) {
    const { request, personId, work } = command;
    const { items, clock } = this.parts;
    const now = request.now ?? (await clock.moment());
    const { timeZone } = clock;
    const { person: ref, sees = 'all' } = request;
    const acting = { ref, id: personId, now, timeZone, sees };
    return items.inTransaction(async trx => {
      const keys = [...(request.keys ?? [])];
      const unit = new UnitOfWork(trx, this.parts, acting, keys);
      const draft = await work({ trx, unit, personId, now });
      const plan = unit.plan();
      const tell = () => this.answer(trx, request, draft, now);
      const early = unit.isLinking ? undefined : await tell();
      const kept = early && command.kept?.row(trx, early, now);
      await unit.write(plan, kept ?? []);
      const answer = early ?? (await tell());
      if (!kept) {
        await command.kept?.keep(trx, answer, now);
      }
      const { leavesWork } = plan;
      const { afterwards } = unit;
      return { answer, key: draft.item.key, leavesWork, afterwards };
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
    const { definition, directory, ballots } = draft;
    const today = dayOf(now, this.parts.clock.timeZone);
    const narrow = request.sees && itemNarrowing(request.sees, today);
    const record = draft.written ?? draft.record;
    const item: Item = await this.parts.presenter.present(
      { record, definition, directory, ballots },
      { actor: request.person, now, narrow, notes: request.notes },
      trx,
    );
    return { status, text: JSON.stringify(item) };
  }
}

function isCollision(error: unknown): boolean {
  const { code } = error as { code?: string };
  return isDatabaseConflictError(error) || code === DEADLOCK;
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
