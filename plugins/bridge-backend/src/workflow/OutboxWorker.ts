import { LoggerService } from '@backstage/backend-plugin-api';
import { isOutage } from '../database/isOutage';
import { DoneEffects } from './DoneEffects';
import { EffectHandler, OutboxEffect } from './hooks';
import { OutboxStore, TakenEffect } from './OutboxStore';

const AT_ONCE = 20;
const LEASE_MS = 60_000;
const TRIES = 8;
const FIRST_PAUSE_MS = 5_000;

/**
 * Carries out effects, each at least once. One that fails is tried again after
 * a pause that doubles, and given up after eight tries, or as many as the
 * workflow says; it never undoes what people decided.
 *
 * @internal
 */
export class OutboxWorker {
  private readonly handlers: Map<string, EffectHandler>;

  constructor(
    private readonly parts: {
      outbox: OutboxStore;
      handlers: EffectHandler[];
      /** Keeps in the data of an item what its effect has answered. */
      keep: (effect: OutboxEffect, answer: string) => Promise<void>;
      /** Lets an item hear what has become of its effect. */
      hear: (effect: OutboxEffect, event: string) => Promise<void>;
      /** Tells the owner of a workflow that an effect was given up. */
      tellOwner: (effect: OutboxEffect) => Promise<void>;
      logger: LoggerService;
    },
  ) {
    this.handlers = new Map(
      parts.handlers.map(handler => [handler.use, handler]),
    );
  }

  /**
   * Carries out what is due.
   *
   * @param recorded - whether it is history that is carried out
   * @returns how many were tried
   */
  async run(now: string, recorded = false): Promise<number> {
    const taken = await this.parts.outbox.take(
      now,
      later(now, LEASE_MS),
      AT_ONCE,
    );
    const done = new DoneEffects(this.parts.outbox);
    const began = performance.now();
    try {
      for (const effect of taken) {
        const passedMs = performance.now() - began;
        if (done.hasFailed) {
          break;
        }
        if (await this.isStillOurs(effect, now, passedMs)) {
          await this.carryOut({ ...effect, recorded }, now, done);
        }
      }
    } finally {
      await done.written();
    }
    return taken.length;
  }

  // What was taken with a slow one is held for longer, or left to whoever has
  // taken it meanwhile.
  private async isStillOurs(
    effect: TakenEffect,
    now: string,
    passedMs: number,
  ): Promise<boolean> {
    return (
      passedMs < LEASE_MS / 4 ||
      this.parts.outbox.renew(effect, later(now, passedMs + LEASE_MS))
    );
  }

  private async carryOut(
    effect: TakenEffect & { recorded: boolean },
    now: string,
    done: DoneEffects,
  ): Promise<void> {
    const { outbox, logger } = this.parts;
    let isDone = false;
    try {
      const handler = this.handlers.get(effect.use);
      if (!handler) {
        throw new Error(`Nothing carries out the effect ${effect.use}`);
      }
      const answer = await handler.handle(effect);
      isDone = true;
      await this.keep(effect, answer);
      await this.follow(effect, effect.onDone?.event);
      done.add(effect.id);
    } catch (error) {
      // Nobody may hear that it failed: it stays taken, and comes again.
      if (isDone && isOutage(error)) {
        throw error;
      }
      const again = nextTry(effect, now);
      logger.warn(`Effect ${effect.dedupeKey} ${effect.use} failed: ${error}`);
      if (!again && (await outbox.isHeld(effect))) {
        await this.giveUp(effect);
      }
      await outbox.failed(effect, String(error), again);
    }
  }

  private async keep(
    effect: OutboxEffect,
    answer: string | void,
  ): Promise<void> {
    if (effect.saveTo !== undefined && answer !== undefined) {
      await this.parts.keep(effect, answer);
    }
  }

  // What cannot be told must not keep it from being given up.
  private async giveUp(effect: OutboxEffect): Promise<void> {
    const { tellOwner, logger } = this.parts;
    try {
      await this.follow(effect, effect.onFail?.event);
      await (effect.onFail?.then && tellOwner(effect));
    } catch (error) {
      logger.warn(`Nobody hears that ${effect.dedupeKey} failed: ${error}`);
    }
  }

  private async follow(effect: OutboxEffect, event?: string): Promise<void> {
    if (event !== undefined) {
      await this.parts.hear(effect, event);
    }
  }
}

/** When one that has failed once more is tried again, if ever. */
function nextTry(
  { failures, onFail }: TakenEffect,
  now: string,
): string | undefined {
  const tried = failures + 1;
  const tries = onFail?.retry === undefined ? TRIES : onFail.retry + 1;
  return tried < tries ? later(now, FIRST_PAUSE_MS * 2 ** tried) : undefined;
}

function later(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) + milliseconds).toISOString();
}
