import { LoggerService } from '@backstage/backend-plugin-api';
import { Command, timerBoard } from '@techbridge/bridge-workflow';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { BoardCloser, lastVoter } from './BoardCloser';
import { CommandRunner, CommandScope } from './CommandRunner';
import { SYSTEM_ACTOR } from './PersonStore';
import { Draft, ItemRecord } from './records';
import { StaleItemError } from './refusals';
import { DueTimerRow, TimerStore } from './TimerStore';

class TakenElsewhere extends Error {}

const AT_ONCE = 50;

/**
 * Fires timers. Each fires in the transaction that takes it off, so that it
 * fires once however many replicas look.
 *
 * @internal
 */
export class TimerWorker {
  constructor(
    private readonly parts: {
      timers: TimerStore;
      runner: CommandRunner;
      closer: BoardCloser;
      open: (itemId: number) => Promise<ItemRecord | undefined>;
      logger: LoggerService;
    },
  ) {}

  /**
   * Fires what is due.
   *
   * @param at - for recorded history: each timer fires at its own time
   * @returns how many are off now
   */
  async run(now: string, at: 'now' | 'recorded' = 'now'): Promise<number> {
    const due = await this.parts.timers.due(now, AT_ONCE);
    let off = 0;
    for (const timer of due) {
      const fired = await this.fire(timer, at === 'now' ? now : timer.fireAt);
      off += fired ? 1 : 0;
    }
    return off;
  }

  // One that stays on is tried again when the worker looks next.
  private async fire(timer: DueTimerRow, now: string): Promise<boolean> {
    const { timers, logger } = this.parts;
    try {
      await this.command(timer, now);
      return true;
    } catch (error) {
      if (error instanceof TakenElsewhere) {
        return true;
      }
      if (error instanceof StaleItemError) {
        return false;
      }
      logger.error(`Timer ${timer.id} could not fire`, error as Error);
      return error instanceof BridgeError && timers.takeOff(timer.id, now);
    }
  }

  private async command(timer: DueTimerRow, now: string): Promise<void> {
    const { runner, closer, timers, open } = this.parts;
    const record = await open(timer.itemId);
    if (!record || record.item.entry !== timer.entry) {
      await timers.takeOff(timer.id, now);
      return;
    }
    const board = timerBoard(timer.timer);
    const voted = board ? await closer.count(record, board) : undefined;
    const decides = voted && !timer.timer.startsWith('remind.');
    const person = decides ? lastVoter(voted.ballots) : SYSTEM_ACTOR;
    await runner.run(
      {
        person,
        input: ['timer', timer.id],
        status: 200,
        unanswered: true,
        now,
      },
      scope => this.fireIn(scope, timer, record.item.key, board),
    );
  }

  private async fireIn(
    scope: CommandScope,
    timer: DueTimerRow,
    key: string,
    board: string | undefined,
  ): Promise<Draft> {
    const { timers, closer } = this.parts;
    if (!(await timers.takeOff(timer.id, scope.now, scope.trx))) {
      throw new TakenElsewhere();
    }
    if (board) {
      await closer.hold(scope, key);
    }
    const record = await scope.unit.load(key);
    if (!record) {
      throw new TakenElsewhere();
    }
    const counted = board ? await closer.count(record, board, scope) : {};
    const { timer: id, entry } = timer;
    const command: Command = { type: 'timer', id, entry, ...counted };
    return scope.unit.advance(record, command);
  }
}
