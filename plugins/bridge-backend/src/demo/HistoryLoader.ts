import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { join } from 'path';
import { BallotService } from '../workflow/BallotService';
import {
  CommandCaller,
  ItemCommandService,
} from '../workflow/ItemCommandService';
import { ItemService } from '../workflow/ItemService';
import { pause } from './DemoLoader';
import { HistoryStep, historySteps, inOrder } from './historySteps';
import { MeetingHistory } from './MeetingHistory';
import { MeetingStep, meetingSteps } from './meetingSteps';

type AnyStep = HistoryStep | MeetingStep;

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
  meetings: MeetingHistory;
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
    const { logger, catchUp } = this.parts;
    const steps = await this.steps();
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

  private async steps(): Promise<AnyStep[]> {
    const { folder, timeZone } = this.parts;
    const [ofItems, ofMeetings] = await Promise.all([
      historySteps(join(folder, 'history'), timeZone),
      meetingSteps(join(folder, 'meetings.yaml'), timeZone),
    ]);
    return inOrder<AnyStep>([...ofItems, ...ofMeetings]);
  }

  private async waitForPeople(
    steps: AnyStep[],
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

  private async carryOut(step: AnyStep, index: number): Promise<void> {
    const { meetings } = this.parts;
    const caller = await this.caller(step, index);
    try {
      await ('meeting' in step
        ? meetings.carryOut(step, caller)
        : this.command(step, withKeys(step, caller)));
    } catch (error) {
      // Done before the load was interrupted, when the item had another number.
      if ((error as BridgeError).code === 'idempotency-key-reused') {
        return;
      }
      const what = 'meeting' in step ? step.meeting.title : step.item;
      const where = `${what} ${step.do} at ${step.at}`;
      throw new Error(`Demo factory: ${where} was refused: ${describe(error)}`);
    }
  }

  private async caller(
    { by, now }: AnyStep,
    index: number,
  ): Promise<CommandCaller> {
    return {
      person: by,
      credentials: await this.parts.credentials(),
      idempotencyKey: `history:${index}`,
      recorded: { now },
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

/** Items get the keys that the files name. */
function withKeys(
  { do: command, item, now, creates }: HistoryStep,
  caller: CommandCaller,
): CommandCaller {
  return {
    ...caller,
    recorded: {
      now,
      ...(command === 'create' && { key: item }),
      ...(creates && { keys: [creates] }),
    },
  };
}

function describe(error: unknown): string {
  const { message, fields } = error as Error & { fields?: object };
  return fields ? `${message} ${JSON.stringify(fields)}` : message;
}
