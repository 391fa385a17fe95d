import { BOARD, CHAIR, PEOPLE } from './cast';
import { Doing } from './Doing';
import { Draw } from './Draw';
import { expectItem } from './expectItem';
import { ballotOf } from './forms';
import { PROPOSAL, Way } from './machines';
import { isWornOut, ModelProposal, PlantModel } from './PlantModel';
import {
  conditionOwner,
  proposalWay,
  settleSitting,
  sittingsNow,
} from './proposalRules';
import { RealPlant } from './RealPlant';
import { countedOn, Sitting, votersOf } from './Sitting';
import { takenLine } from './Tally';

const CHOICES = [
  ...['approve', 'approve', 'approve', 'reject'],
  ...['approveWithConditions', 'abstain', 'sendBack'],
];

const CHOICE_FOR: { [outcome: string]: string } = {
  '=approved': 'approve',
  '=conditional': 'approveWithConditions',
  '=rejected': 'reject',
  '=sentBack': 'sendBack',
};

interface Vote {
  board: string;
  voter: string;
  choice: string;
}

/** Somebody votes, whether they may or not. */
export const vote: Doing = {
  name: 'vote',
  can: ({ proposals }) => proposals.length > 0,
  run: async (model, real, draw) => {
    const item = oneOf(model, draw);
    const now = sittingsNow(item);
    const boards = now.length > 0 ? now.map(({ id }) => id) : ['board'];
    const others = ['board', 'superUser', 'owner'];
    const board = draw.of(draw.below(6) > 0 ? boards : others);
    const seats = now.find(({ id }) => id === board)?.seats ?? BOARD;
    const voter = draw.of(draw.below(4) > 0 ? seats : PEOPLE);
    const choice = draw.of(CHOICES);
    await cast(model, real, item, { board, voter, choice });
  },
};

// Where something is voted on votes are of more interest than elsewhere.
function oneOf({ proposals }: PlantModel, draw: Draw): ModelProposal {
  const voting = proposals.filter(one => sittingsNow(one).length > 0);
  return draw.of(voting.length > 0 && draw.below(8) > 0 ? voting : proposals);
}

/** Sends a ballot, and holds what becomes of it against the model. */
async function cast(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  { board, voter, choice }: Vote,
): Promise<void> {
  const body = { board, ...ballotOf(choice, conditionOwner(voter)) };
  const path = `/items/${item.key}/ballots`;
  const answer = await real.people.post(voter, path, body);
  const expected = answerTo(item, { board, voter, choice });
  const { status } = answer;
  const { code } = answer.body.error ?? {};
  expect([path, body, status, code]).toEqual([path, body, ...expected]);
  const sitting = item.sittings.find(({ id }) => id === board);
  if (status !== 200 || !sitting) {
    return;
  }
  sitting.ballots.set(voter, choice);
  expectItem(answer.body, model, item, voter);
  await settle(model, real, item, sitting, voter);
}

type Told = [status: number, code?: string];

function answerTo(item: ModelProposal, { board, voter, choice }: Vote): Told {
  const { sittings } = item;
  const sitting = sittings.find(({ id }) => id === board);
  if (sittings.length === 0 || (sitting && sitting.status !== 'open')) {
    return [409, 'board-closed'];
  }
  if (!sitting) {
    return [400, 'invalid-input'];
  }
  if (!votersOf(sitting).includes(voter)) {
    return [403, 'action-forbidden'];
  }
  return isChoice(item, sitting, voter, choice)
    ? [200, undefined]
    : [400, 'invalid-input'];
}

function isChoice(
  item: ModelProposal,
  { id }: Sitting,
  voter: string,
  choice: string,
): boolean {
  if (choice === 'sendBack') {
    const way = proposalWay(item.state, '=sentBack');
    return !isWornOut(item, way) && (id !== 'board' || voter === CHAIR);
  }
  return id === 'board' || ['approve', 'reject'].includes(choice);
}

/** Closes a board that is decided, in the model, and looks at the item. */
async function settle(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  sitting: Sitting,
  reader: string,
  isOver = false,
): Promise<void> {
  const { closed, way } = settleSitting(model, item, sitting, isOver);
  if (closed) {
    item.rev += 1;
    if (way) {
      real.tally.note(takenLine(PROPOSAL, way));
    }
    expectItem(await real.item(item.key, reader), model, item, reader);
  }
}

/** One vote towards an outcome or several, or the end of the time for it. */
export async function voteFor(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  way: Way,
  draw: Draw,
): Promise<void> {
  const { length } = votersOf(draw.of(openOf(item)));
  const votes = draw.below(2) > 0 ? length : 1;
  const rev = item.rev;
  for (let done = 0; done < votes && item.rev === rev; done += 1) {
    await stepTo(model, real, item, way, draw);
  }
}

function openOf(item: ModelProposal): Sitting[] {
  return sittingsNow(item).filter(({ status }) => status === 'open');
}

async function stepTo(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  way: Way,
  draw: Draw,
): Promise<void> {
  const sitting = draw.of(openOf(item));
  const { id: board } = sitting;
  const choice = CHOICE_FOR[way.name];
  const isForChair = board === 'board' && choice === 'sendBack';
  const done = countedOn(sitting).map(([voter]) => voter);
  const left = votersOf(sitting).filter(voter => !done.includes(voter));
  if (choice === undefined || left.length === 0) {
    await expire(model, real, item, sitting);
  } else {
    const voter = isForChair ? CHAIR : draw.of(left);
    await cast(model, real, item, { board, voter, choice });
  }
}

/** The time of a board is over. */
async function expire(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  sitting: Sitting,
): Promise<void> {
  const { id, escalated } = sitting;
  const timer = escalated ? `again.1:${id}` : `deadline:${id}`;
  await real.comes(item.key, timer);
  await settle(model, real, item, sitting, CHAIR, true);
}
