import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ApprovalState,
  Ballot,
  Command,
  ItemBoard,
  tally,
} from '@techbridge/bridge-workflow';
import { BallotStore } from './BallotStore';
import { CommandRunner, CommandScope } from './CommandRunner';
import { DefinitionService } from './DefinitionService';
import { canonicalJson, sha256 } from './journalChain';
import { SYSTEM_ACTOR } from './PersonStore';
import { Draft, ItemRecord } from './records';
import { SharedRuns } from './SharedRuns';

interface Recorded {
  now?: string;
  keys?: string[];
}

interface CountedBallots {
  ballots: Ballot[];
  ballotsHash: string;
}

class NothingToClose extends Error {}

/**
 * Closes boards that are decided. Who cast the last ballot closes the board:
 * the decision is that of people, never of the clock.
 *
 * @internal
 */
export class BoardCloser {
  private readonly counting = new SharedRuns();

  constructor(
    private readonly parts: {
      runner: CommandRunner;
      ballots: BallotStore;
      definitions: DefinitionService;
      open: (key: string) => Promise<ItemRecord | undefined>;
      logger: LoggerService;
    },
  ) {}

  /**
   * Counts the open boards of an item and closes those that are decided.
   *
   * @param recorded - for recorded history: when it happened, and the keys of
   *   the items that are made
   */
  async settle(key: string, recorded: Recorded = {}): Promise<void> {
    let record = await this.parts.open(key);
    for (const { id } of record ? openBoards(record) : []) {
      if (record && (await this.close(record, id, recorded))) {
        record = await this.parts.open(key);
      }
    }
  }

  /**
   * Counts like {@link settle}, once for all who have voted meanwhile. What
   * fails is logged and tried again by the worker: the ballots stand, whatever
   * becomes of their board.
   */
  async settleOrLog(key: string): Promise<void> {
    await this.counting.run(key, () =>
      this.settle(key).catch(error =>
        this.parts.logger.error(`A board of ${key} could not be closed`, error),
      ),
    );
  }

  /** Keeps everybody else from voting on an item until the transaction ends. */
  hold({ trx }: CommandScope, key: string): Promise<void> {
    return this.parts.ballots.hold(trx, key);
  }

  /** The ballots that count on a board, and their hash. */
  async count(
    { id, item }: ItemRecord,
    board: string,
    scope?: CommandScope,
  ): Promise<CountedBallots> {
    const round = item.boards.find(one => one.id === board)?.round ?? 0;
    const names = [{ itemId: id, board, round }];
    const found = await this.parts.ballots.counting(names, scope?.trx);
    const ballots = (found.get(board) ?? [])
      .map(({ number, ...ballot }) => ballot)
      .sort((a, b) => (a.voter < b.voter ? -1 : 1));
    return { ballots, ballotsHash: sha256(canonicalJson(ballots)) };
  }

  /** Closes a board if it is decided, and tells whether the item may have changed. */
  private async close(
    record: ItemRecord,
    board: string,
    { now, keys }: Recorded,
  ): Promise<boolean> {
    const decided = await this.decided(record, board);
    if (!decided) {
      return false;
    }
    const { key } = record.item;
    const input = ['closeBoard', key, board];
    try {
      await this.parts.runner.run(
        {
          person: lastVoter(decided.ballots),
          input,
          status: 200,
          unanswered: true,
          now,
          keys,
        },
        scope => this.closeIn(scope, key, board),
      );
    } catch (error) {
      if (!(error instanceof NothingToClose)) {
        throw error;
      }
    }
    return true;
  }

  private async closeIn(
    scope: CommandScope,
    key: string,
    board: string,
  ): Promise<Draft> {
    await this.hold(scope, key);
    const record = await scope.unit.load(key);
    const decided = record && (await this.decided(record, board, scope));
    if (!decided) {
      throw new NothingToClose();
    }
    const command: Command = { type: 'closeBoard', board, ...decided };
    return scope.unit.advance(record, command);
  }

  /** The round of a board that is decided, and what was counted in it. */
  private async decided(
    record: ItemRecord,
    board: string,
    scope?: CommandScope,
  ): Promise<({ round: number } & CountedBallots) | undefined> {
    const { id, version } = record.item.workflow;
    const definition = await this.parts.definitions.version(
      id,
      version,
      scope?.trx,
    );
    const sitting = openBoards(record).find(one => one.id === board);
    if (!sitting) {
      return undefined;
    }
    const state = definition.states[sitting.state] as ApprovalState;
    const counted = await this.count(record, board, scope);
    const rules = state.approval.boards[board];
    const { decided } = tally(rules, sitting, counted.ballots);
    return decided ? { round: sitting.round, ...counted } : undefined;
  }
}

/** Whoever voted last; nobody when nobody did. @internal */
export function lastVoter(ballots: Ballot[]): string {
  const [last] = [...ballots].sort((a, b) => (a.at < b.at ? 1 : -1));
  return last?.castBy ?? last?.voter ?? SYSTEM_ACTOR;
}

function openBoards({ item }: ItemRecord): ItemBoard[] {
  return item.boards.filter(({ status }) => status === 'open');
}
