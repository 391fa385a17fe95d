import { Ballot, checkBallot, Directory } from '@techbridge/bridge-workflow';
import { BallotInput, BridgeError } from '@techbridge/plugin-bridge-common';
import { BallotRow, BallotStore, BoardName } from './BallotStore';
import { checkReferences } from './checkReferences';
import { CommandScope } from './CommandRunner';
import { BoardCloser } from './BoardCloser';
import { DefinitionService } from './DefinitionService';
import { ReferenceChecker } from './hooks';
import { canonicalJson } from './journalChain';
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
      references: ReferenceChecker;
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
    const { commands, closer, references } = this.parts;
    await checkReferences(references, ownersIn(input), 'conditions.');
    const answer = await commands.change(
      key,
      caller,
      ['ballot', key, input],
      (scope, record) => this.insert(scope, record, input, caller.person),
      ({ trx }) => this.parts.ballots.share(trx, key, caller.person),
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
    { unit, trx, personId, now }: CommandScope,
    record: ItemRecord,
    input: BallotInput,
    person: string,
  ): Promise<Draft> {
    const name = boardName(record, input.board);
    const all = await this.parts.ballots.counting(boardNames(record), trx);
    const others = all.get(input.board) ?? [];
    const mine = others.find(({ voter }) => voter === person);
    await this.check(record, input, mine, { person, now, trx });
    const draft = await unit.open(record);
    draft.ballots = all;
    if (name && !isSame(mine, input)) {
      const { choice, reason, conditions } = input;
      const number = (mine?.number ?? 0) + 1;
      const ballot = { number, choice, reason, conditions, at: now };
      this.parts.ballots
        .row(trx, name, personId, ballot)
        .forEach(row => unit.add(row));
      const kept = others.filter(other => other !== mine);
      all.set(input.board, [...kept, { ...ballot, voter: person }]);
    }
    return draft;
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

/** Who is to see to what, by the place in the input. */
function ownersIn({ conditions = [] }: BallotInput): {
  [place: string]: string;
} {
  return Object.fromEntries(
    conditions.map(({ owner }, place) => [`${place}.owner`, owner]),
  );
}

function boardNames({ id: itemId, item }: ItemRecord): BoardName[] {
  return item.boards.map(({ id: board, round }) => ({ itemId, board, round }));
}

function boardName(record: ItemRecord, board: string): BoardName | undefined {
  return boardNames(record).find(name => name.board === board);
}

function isSame(mine: BallotRow | undefined, input: BallotInput): boolean {
  return (
    mine?.choice === input.choice &&
    mine.reason === input.reason &&
    canonicalJson(mine.conditions ?? []) ===
      canonicalJson(input.conditions ?? [])
  );
}
