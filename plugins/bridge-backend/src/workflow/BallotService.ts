import { Ballot, checkBallot, Directory } from '@techbridge/bridge-workflow';
import { BallotInput, BridgeError } from '@techbridge/plugin-bridge-common';
import { BallotRow, BallotStore } from './BallotStore';
import { CommandScope } from './CommandRunner';
import { BoardCloser } from './BoardCloser';
import { DefinitionService } from './DefinitionService';
import { CommandCaller, ItemCommandService } from './ItemCommandService';
import { Transaction } from './ItemStore';
import { Draft, ItemRecord } from './records';
import { refusalError } from './refusals';
import { CommandAnswer } from './KeptAnswers';

// A ballot is checked against the board as it was opened, not against roles.
const NOBODY: Directory = {
  members: () => [],
  ownersOf: () => [],
  superUsersOf: () => [],
  departmentOf: () => undefined,
};

/**
 * Casts votes. A ballot is a row of its own: it changes neither the item nor
 * its journal, so that a whole board can vote at once.
 *
 * @internal
 */
export class BallotService {
  constructor(
    private readonly parts: {
      commands: ItemCommandService;
      ballots: BallotStore;
      definitions: DefinitionService;
      closer: BoardCloser;
    },
  ) {}

  /**
   * Casts a vote, or changes it while the board is open.
   *
   * @throws BridgeError `board-closed` when it came too late; then it is not
   *   counted
   */
  async cast(
    key: string,
    input: BallotInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { commands, closer } = this.parts;
    const answer = await commands.change(
      key,
      caller,
      ['ballot', key, input],
      (scope, record) => this.insert(scope, record, input, caller.person),
      ({ trx }) => this.parts.ballots.hold(trx, key, 'shared'),
    );
    await (caller.recorded
      ? closer.settle(key, caller.recorded)
      : closer.settleOrLog(key));
    return answer;
  }

  /** Declares a conflict of interest, which may decide the board. */
  async recuse(
    key: string,
    input: { board: string; reason: string },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { commands, closer } = this.parts;
    const answer = await commands.recuse(key, input, caller);
    await closer.settleOrLog(key);
    return answer;
  }

  private async insert(
    scope: CommandScope,
    record: ItemRecord,
    input: BallotInput,
    person: string,
  ): Promise<Draft> {
    const name = boardName(record, input.board);
    let inserted = false;
    while (!inserted) {
      inserted = await this.insertOnce(scope, record, input, person, name);
    }
    return scope.unit.open(record);
  }

  // Somebody who votes twice at once has one ballot after the other.
  private async insertOnce(
    { trx, personId, now }: CommandScope,
    record: ItemRecord,
    input: BallotInput,
    person: string,
    name: ReturnType<typeof boardName>,
  ): Promise<boolean> {
    const { ballots } = this.parts;
    const voter = { id: personId, ref: person };
    const mine = name && (await ballots.mine(trx, name, voter));
    await this.check(record, input, mine, { person, now, trx });
    if (!name || isSame(mine, input)) {
      return true;
    }
    const { choice, reason } = input;
    const number = (mine?.number ?? 0) + 1;
    return ballots.insert(trx, name, personId, {
      number,
      choice,
      reason,
      at: now,
    });
  }

  private async check(
    { item }: ItemRecord,
    input: BallotInput,
    mine: Ballot | undefined,
    { person, now, trx }: { person: string; now: string; trx: Transaction },
  ): Promise<void> {
    const { id, version } = item.workflow;
    const definition = await this.parts.definitions.version(id, version, trx);
    const context = { actor: person, now, directory: NOBODY };
    const refusal = checkBallot(definition, item, input, mine, context);
    if (refusal?.code === 'unknown-board' && item.boards.length === 0) {
      throw new BridgeError('board-closed');
    }
    if (refusal) {
      throw refusalError(refusal);
    }
  }
}

function boardName({ id, item }: ItemRecord, board: string) {
  const found = item.boards.find(one => one.id === board);
  return found && { itemId: id, board, round: found.round };
}

function isSame(mine: BallotRow | undefined, input: BallotInput): boolean {
  return mine?.choice === input.choice && mine.reason === input.reason;
}
