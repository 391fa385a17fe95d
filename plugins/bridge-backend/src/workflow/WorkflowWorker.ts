import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../database/Clock';
import { BallotStore } from './BallotStore';
import { BoardCloser } from './BoardCloser';
import { CommandStore } from './CommandStore';
import { ItemStore } from './ItemStore';
import { MigrationWorker } from './migrations/MigrationWorker';
import { OutboxWorker } from './OutboxWorker';
import { TimerWorker } from './TimerWorker';

const BOARDS_AT_ONCE = 50;
const ANSWERS_KEPT_MS = 48 * 3_600_000;
const MOST_ROUNDS = 1_000;

/**
 * What goes on by itself: timers, effects, boards that were decided just
 * before a crash. Every replica has one; rows, not memory, say what is due.
 *
 * @internal
 */
export class WorkflowWorker {
  private running?: Promise<void>;
  private again = false;
  private all = false;

  constructor(
    private readonly parts: {
      timers: TimerWorker;
      outbox: OutboxWorker;
      closer: BoardCloser;
      ballots: BallotStore;
      commands: CommandStore;
      items: ItemStore;
      migrations: MigrationWorker;
      clock: Clock;
      logger: LoggerService;
      /** While history is carried out, time stands still for everybody. */
      isPaused: () => Promise<boolean>;
    },
  ) {}

  /**
   * Looks once at everything; a call while it is looking makes it look once
   * more.
   */
  async run(): Promise<void> {
    this.all = true;
    return this.start();
  }

  /** Looks soon at timers and effects, or all, without anybody waiting for it. */
  wake(what?: 'all'): void {
    this.all ||= what === 'all';
    setImmediate(() => {
      this.start().catch(error =>
        this.parts.logger.error('The worker of work items failed', error),
      );
    });
  }

  private async start(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.look().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /**
   * Forgets what nobody asks for any more; not while history is carried out,
   * which goes on by its answers when it is interrupted.
   */
  async clean(): Promise<void> {
    const { commands, items, clock, isPaused } = this.parts;
    if (await isPaused()) {
      return;
    }
    const now = (await clock.now()).toMillis();
    await commands.prune(new Date(now - ANSWERS_KEPT_MS).toISOString());
    await items.sweepTasks();
  }

  /**
   * For recorded history: carries out everything that was due up to a moment,
   * each timer at its own time, and notifies nobody.
   */
  async catchUp(until: string): Promise<void> {
    const { timers, outbox } = this.parts;
    for (let i = 0; i < MOST_ROUNDS; i += 1) {
      const effects = await outbox.run(until, true);
      const fired = await timers.run(until, 'recorded');
      if (effects + fired === 0) {
        return;
      }
    }
  }

  private async look(): Promise<void> {
    if (await this.parts.isPaused()) {
      return;
    }
    let goesOn = false;
    do {
      this.again = false;
      const all = this.all;
      this.all = false;
      if (all) {
        await this.settleBoards();
      }
      await this.drain();
      // Some items at a time, so that timers do not wait for all of them.
      goesOn = (all || goesOn) && (await this.parts.migrations.run());
    } while (this.again || goesOn);
  }

  private async drain(): Promise<void> {
    const { timers, outbox, clock } = this.parts;
    for (let i = 0; i < MOST_ROUNDS; i += 1) {
      const now = await clock.moment();
      const done = (await timers.run(now)) + (await outbox.run(now));
      if (done === 0) {
        return;
      }
    }
  }

  // A crash between the last ballot and the closing leaves a decided board.
  private async settleBoards(): Promise<void> {
    const { ballots, closer } = this.parts;
    let last: { id: number } | undefined = { id: 0 };
    while (last) {
      const items = await ballots.withOpenBoards(last.id, BOARDS_AT_ONCE);
      for (const { key } of items) {
        await closer.settleOrLog(key);
      }
      last = items.at(-1);
    }
  }
}
