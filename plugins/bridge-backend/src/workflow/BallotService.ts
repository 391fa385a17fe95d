import { Ballot, checkBallot, VoterInput } from '@techbridge/bridge-workflow';
import { BallotInput, BridgeError } from '@techbridge/plugin-bridge-common';
import { BallotRow, BallotStore, BoardName } from './BallotStore';
import { checkReferences } from './checkReferences';
import { CommandScope } from './CommandRunner';
import { BoardCloser } from './BoardCloser';
import { ReferenceChecker } from './hooks';
import { canonicalJson } from './journalChain';
import { CommandCaller, ItemCommandService } from './ItemCommandService';
import { PersonStore } from './PersonStore';
import { Draft, ItemRecord } from './records';
import { refusalError } from './refusals';
import { CommandAnswer } from './KeptAnswers';

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
      people: PersonStore;
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
      (scope, record) => this.insert(scope, record, input, caller),
      ({ trx }) => this.parts.ballots.share(trx, key, voterOf(input, caller)),
    );
    await (caller.recorded
      ? closer.settle(key, caller.recorded)
      : closer.settleOrLog(key));
    return answer;
  }

  /** Declares a conflict of interest, which may decide the board. */
  async recuse(
    key: string,
    input: { board: string; reason: string; voter?: string },
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { commands, closer } = this.parts;
    const answer = await commands.recuse(key, input, caller);
    await closer.settleOrLog(key);
    return answer;
  }

  /** Adds a voter to an open board, or removes one, which may decide it. */
  async changeVoters(
    key: string,
    input: VoterInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { commands, closer, references } = this.parts;
    await checkReferences(references, { voter: input.voter }, '');
    const answer = await commands.change(
      key,
      caller,
      ['voters', key, input],
      ({ unit }, record) => unit.advance(record, { type: 'voters', ...input }),
    );
    await closer.settleOrLog(key);
    return answer;
  }

  private async insert(
    { unit, trx, personId, now }: CommandScope,
    record: ItemRecord,
    input: BallotInput,
    { person }: CommandCaller,
  ): Promise<Draft> {
    const { ballots, people } = this.parts;
    const voter = voterOf(input, { person });
    const name = boardName(record, input.board);
    const all = await ballots.counting(boardNames(record), trx);
    const others = all.get(input.board) ?? [];
    const mine = others.find(ballot => ballot.voter === voter);
    const draft = await unit.open(record);
    refuseBallot(draft, input, mine, { actor: person, now });
    draft.ballots = all;
    const deputy = voter === person ? undefined : person;
    if (name && !isSame(mine, { ...input, castBy: deputy })) {
      const { choice, reason, conditions } = input;
      const number = (mine?.number ?? 0) + 1;
      const ballot = { number, choice, reason, conditions, at: now };
      const voterId = (await people.ids(trx, [voter])).get(voter) ?? personId;
      const castById = deputy === undefined ? undefined : personId;
      ballots
        .row(trx, name, voterId, { ...ballot, castById })
        .forEach(row => unit.add(row));
      const kept = others.filter(other => other !== mine);
      const cast = { ...ballot, voter, ...(deputy && { castBy: deputy }) };
      all.set(input.board, [...kept, cast]);
    }
    return draft;
  }
}

/** Whose vote it is. */
function voterOf(
  { onBehalfOf }: BallotInput,
  { person }: Pick<CommandCaller, 'person'>,
): string {
  return onBehalfOf ?? person;
}

function refuseBallot(
  { definition, item, directory }: Draft,
  input: BallotInput,
  mine: Ballot | undefined,
  who: { actor: string; now: string },
): void {
  const context = { ...who, directory };
  const refusal = checkBallot(definition, item, input, mine, context);
  if (refusal?.code === 'unknown-board' && item.boards.length === 0) {
    throw new BridgeError('board-closed');
  }
  if (refusal) {
    throw refusalError(refusal);
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

function isSame(
  mine: BallotRow | undefined,
  input: BallotInput & { castBy?: string },
): boolean {
  return (
    mine?.choice === input.choice &&
    mine.castBy === input.castBy &&
    mine.reason === input.reason &&
    canonicalJson(mine.conditions ?? []) ===
      canonicalJson(input.conditions ?? [])
  );
}
