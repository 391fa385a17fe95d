import { user } from '../../workflow/testing/TestPeople';
import { AUTHORS, PEOPLE } from './cast';
import { deliver, turnDown } from './deliver';
import { Doing } from './Doing';
import { Draw } from './Draw';
import { expectItem } from './expectItem';
import { filledIn, Sent } from './forms';
import { actionOf, firstWayTo, isAction, PROPOSAL, Way } from './machines';
import {
  goersOf,
  isWornOut,
  Measurement,
  ModelProposal,
  PlantModel,
} from './PlantModel';
import { BENEFITS, go, guardHolds, proposalWay } from './proposalRules';
import { RealPlant } from './RealPlant';
import { takenLine } from './Tally';
import { voteFor } from './voteDoings';

const MOST = 4;
/** Drafts another requirement where the review has refused one. */
const AGAIN = 'newRequirement';

/** Makes a proposal. */
export const propose: Doing = {
  name: 'propose',
  can: ({ proposals }) => proposals.length < MOST,
  run: async (model, real, draw) => {
    const creator = draw.of(AUTHORS);
    const data = { title: '换料后自动刷新', currentState: '要重进六次。' };
    const made = await real.people.create(creator, {
      ...{ workflow: 'proposal', data },
    });
    const item: ModelProposal = {
      ...{ machine: PROPOSAL, key: made.key, creator, proposers: [creator] },
      ...{ state: 'draft', rev: 1, gone: new Map(), rounds: {}, sittings: [] },
      ...{ isBig: false, hasFigures: false, conditions: [] },
      ...{ adopted: false, benefit: false, measured: [], reviewsDone: 0 },
    };
    model.proposals.push(item);
    expectItem(made, model, item, creator);
  },
};

/** Goes on with a proposal: where the run wants to get to, or anywhere. */
export const advance: Doing = {
  name: 'advance',
  can: ({ proposals }) => proposals.some(one => waysOn(one).length > 0),
  run: async (model, real, draw) => {
    const open = model.proposals.filter(one => waysOn(one).length > 0);
    const leading = open.filter(one => wayToGoal(model, one));
    const [first] = leading;
    const item =
      first && draw.below(3) > 0
        ? first
        : draw.of(leading.length > 0 ? leading : open);
    const wanted = draw.below(5) > 0 ? wayToGoal(model, item) : undefined;
    await goOn(model, real, item, wanted ?? draw.of(waysOn(item)), draw);
  },
};

/** The ways that lead on from where a proposal is. */
export function waysOn({ state }: ModelProposal): Way[] {
  return PROPOSAL.ways.filter(({ from }) => from === state);
}

function wayToGoal(model: PlantModel, item: ModelProposal): Way | undefined {
  return firstWayTo(PROPOSAL, item.state, model.goal);
}

/** Takes one step along a way: an action, a vote, or what others do. */
export async function goOn(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  way: Way,
  draw: Draw,
): Promise<void> {
  const isRefused = item.requirement === 'refused';
  if (way.name === AGAIN && !isRefused && draw.below(4) > 0) {
    await turnDown(real, item);
  }
  if (isAction(way)) {
    await act(model, real, item, way, draw);
  } else if (way.name !== '!released') {
    await voteFor(model, real, item, way, draw);
  } else if (isRefused) {
    await act(model, real, item, proposalWay(way.from, AGAIN), draw);
  } else {
    await deliver(model, real, item);
  }
}

/** Why an action is refused to somebody whose part it is, if it is. */
function refusalOf(
  item: ModelProposal,
  way: Way,
  { data = {} }: Sent,
): string | undefined {
  if (isWornOut(item, way) || !guardHolds(item, way, data)) {
    return 'action-refused';
  }
  return way.name === AGAIN && item.requirement === 'open'
    ? 'follow-up-open'
    : undefined;
}

async function act(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
  way: Way,
  draw: Draw,
): Promise<void> {
  const actor = draw.of(goersOf(model, item, way));
  const sent = filledIn(model, item, way, draw);
  const refusal = refusalOf(item, way, sent);
  const path = `/items/${item.key}/actions/${actionOf(way)}`;
  const body = { rev: item.rev, ...sent };
  const answer = await real.people.post(actor, path, body);
  expect([path, answer.status, answer.body.error?.code]).toEqual([
    ...[path, refusal ? 409 : 200, refusal],
  ]);
  if (refusal) {
    return;
  }
  item.rev += 1;
  fillIn(item, way, sent);
  go(model, item, way);
  earn(model, item, way, sent);
  real.tally.note(takenLine(PROPOSAL, way));
  expectItem(answer.body, model, item, actor);
}

/** What later steps ask for of what was entered. */
function fillIn(item: ModelProposal, { name }: Way, { data = {} }: Sent) {
  if (name === 'submit') {
    const named = data.proposers as string[];
    item.proposers = named.map(ref => ref.replace(user(''), ''));
  } else if (name === 'present') {
    item.hasFigures = true;
    item.isBig = Number(data.expectedBenefit) >= 100_000;
  } else if (name === 'measure') {
    item.measured = data.reviews as Measurement[];
  } else if (name === 'review' || name === 'reopenBenefit') {
    item.reviewsDone += 1;
  } else if (data.actual !== undefined) {
    item.actual = Number(data.actual);
  }
}

/** Only the first benefit of a proposal is paid, by the figure of then. */
function earn(
  model: PlantModel,
  item: ModelProposal,
  { name }: Way,
  { data = {} }: Sent,
) {
  if (name === 'verify' && !item.benefit) {
    const [, points] =
      BENEFITS.find(([benefit]) => benefit === data.annualBenefit) ?? [];
    item.benefit = true;
    model.share(item.proposers, points ?? 0);
  }
}

/** Says of a condition that it is met, or not, as whoever must see to it. */
export const meet: Doing = {
  name: 'meet',
  can: ({ proposals }) => proposals.some(hasConditions),
  run: async (model, real, draw) => {
    const item = draw.of(model.proposals.filter(hasConditions));
    const before = await real.item(item.key, PEOPLE[0]);
    const told = before.conditions.filter(({ met }) => met === null);
    expect(told.map(({ owner }) => owner).sort()).toEqual(
      item.conditions.map(user).sort(),
    );
    const { id, owner } = draw.of(told);
    const name = owner.replace(user(''), '');
    const path = `/items/${item.key}/conditions/${id}`;
    const answer = await real.people.post(name, path, { met: true });
    expect([path, answer.status]).toEqual([path, 200]);
    item.rev += 1;
    item.conditions.splice(item.conditions.indexOf(name), 1);
    expectItem(answer.body, model, item, name);
  },
};

function hasConditions({ state, conditions }: ModelProposal): boolean {
  return state === 'conditions' && conditions.length > 0;
}
