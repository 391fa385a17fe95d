import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Item } from '@techbridge/plugin-bridge-common';
import { join } from 'path';
import { BallotService } from '../workflow/BallotService';
import {
  CommandCaller,
  ItemCommandService,
} from '../workflow/ItemCommandService';
import { ItemService } from '../workflow/ItemService';
import { pause } from './DemoLoader';
import { HistoryStep, historySteps } from './historySteps';

/** What the loader works with. @internal */
export interface HistoryParts {
  folder: string;
  timeZone: string;
  logger: LoggerService;
  services: {
    items: ItemService;
    commands: ItemCommandService;
    ballots: BallotService;
  };
  /** Fires timers and effects that were due up to a moment, quietly. */
  catchUp: (until: string) => Promise<void>;
  /** Those of these references that lead nowhere yet. */
  unknown: (refs: string[]) => Promise<string[]>;
  /** Brings people and groups of the catalog into the register. */
  refresh: () => Promise<void>;
  credentials: () => Promise<BackstageCredentials>;
  /** Enters who is away, once the people are known. */
  enterAbsences: () => Promise<void>;
}

const WAIT_FOR_CATALOG_MS = 2_000;
const TELL_EVERY = 50;

/**
 * Carries out what happened in the demo factory, through the same commands as
 * people do and with the recorded dates. Each step has a name, so that a load
 * that was interrupted goes on where it stopped. A step that the workflow
 * refuses ends the load: the history keeps to the rules.
 *
 * @internal
 */
export class HistoryLoader {
  constructor(private readonly parts: HistoryParts) {}

  /** Carries out all steps up to a moment. */
  async load(until: string, signal: AbortSignal): Promise<void> {
    const { folder, timeZone, logger, catchUp } = this.parts;
    const steps = await historySteps(join(folder, 'history'), timeZone);
    await this.waitForPeople(steps, signal);
    await this.parts.enterAbsences();
    for (const [index, step] of steps.entries()) {
      if (signal.aborted) {
        return;
      }
      await catchUp(step.now);
      await this.carryOut(step, index);
      if ((index + 1) % TELL_EVERY === 0 || index + 1 === steps.length) {
        logger.info(`Demo factory: ${index + 1} of ${steps.length} events`);
      }
    }
    await catchUp(until);
  }

  private async waitForPeople(
    steps: HistoryStep[],
    signal: AbortSignal,
  ): Promise<void> {
    const people = [...new Set(steps.map(({ by }) => by))];
    while (!signal.aborted) {
      await this.parts.refresh().catch(() => undefined);
      const missing = await this.parts.unknown(people).catch(() => people);
      if (missing.length === 0) {
        return;
      }
      await pause(WAIT_FOR_CATALOG_MS);
    }
  }

  private async carryOut(step: HistoryStep, index: number): Promise<void> {
    try {
      await this.command(step, await this.caller(step, index));
    } catch (error) {
      const where = `${step.item} ${step.do} at ${step.at}`;
      throw new Error(`Demo factory: ${where} was refused: ${describe(error)}`);
    }
  }

  private async caller(
    { by, now, item, do: command, creates }: HistoryStep,
    index: number,
  ): Promise<CommandCaller> {
    return {
      person: by,
      credentials: await this.parts.credentials(),
      idempotencyKey: `history:${index}`,
      recorded: {
        now,
        ...(command === 'create' && { key: item }),
        ...(creates && { keys: [creates] }),
      },
    };
  }

  private async command(step: HistoryStep, caller: CommandCaller) {
    const { commands, ballots, items } = this.parts.services;
    const { item: key, data = {} } = step;
    switch (step.do) {
      case 'create':
        return commands.create(
          { workflow: step.workflow, data: data as Item['data'], links: [] },
          caller,
        );
      case 'vote': {
        const { board = '', choice = 'abstain', reason, conditions } = step;
        const ballot = { board, choice, reason, conditions };
        return ballots.cast(key, ballot, caller);
      }
      case 'meet': {
        const { condition = '', comment: note } = step;
        const report = { met: true, note };
        return commands.reportCondition(key, condition, report, caller);
      }
      case 'link': {
        const { type = 'relatesTo', key: other = '' } = step;
        return commands.link(key, { type, key: other }, caller);
      }
      default: {
        const { rev } = await items.visible(key, 'all');
        const { comment } = step;
        return commands.act(key, step.do, { rev, data, comment }, caller);
      }
    }
  }
}

function describe(error: unknown): string {
  const { message, fields } = error as Error & { fields?: object };
  return fields ? `${message} ${JSON.stringify(fields)}` : message;
}
