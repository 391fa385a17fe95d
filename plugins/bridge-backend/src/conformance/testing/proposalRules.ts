import { CHAIR } from './cast';
import { actionOf, PROPOSAL, Way } from './machines';
import { ModelProposal, PlantModel, timesGone } from './PlantModel';
import {
  boardFor,
  countedOn,
  Sitting,
  verdictOn,
  Verdict,
  votersOf,
} from './Sitting';

/** The yearly benefits that are verified here, with the points for each. */
export const BENEFITS: [benefit: number, points: number][] = [
  [5_000, 20],
  [10_000, 50],
  [150_000, 100],
  [600_000, 200],
  [1_000_000, 400],
];

/** Points for what is paid with a fixed sum, the first time. */
export const POINTS = { adopted: 10, released: 20, tested: 5, published: 5 };

/** A way of a proposal by its name. */
export function proposalWay(from: string, name: string): Way {
  const found = PROPOSAL.ways.find(
    way => way.from === from && way.name === name,
  );
  if (!found) {
    throw new Error(`There is no way ${name} from ${from}`);
  }
  return found;
}

/** Has a proposal go a way: it stands in its next state, its boards open. */
export function go(model: PlantModel, item: ModelProposal, way: Way): void {
  item.gone.set(`${way.from} ${way.name}`, timesGone(item, way) + 1);
  if (way.to === 'inDelivery') {
    item.requirement = 'open';
  }
  const stays = !way.name.startsWith('=') && way.from === way.to;
  if (stays) {
    return;
  }
  closeOpen(item);
  item.state = way.to;
  if (way.to === 'board' || way.to === 'fastTrack') {
    openIn(model, item);
  }
}

function closeOpen({ sittings }: ModelProposal) {
  for (const one of sittings.filter(({ status }) => status === 'open')) {
    one.status = 'cancelled';
  }
}

function openIn(model: PlantModel, item: ModelProposal) {
  const { state } = item;
  const round = (item.rounds[state] ?? 0) + 1;
  item.rounds[state] = round;
  const aside = [...item.proposers, item.creator];
  const seated =
    state === 'board'
      ? [boardFor(round, aside, item.isBig)]
      : [
          fast('superUser', round, model.peopleOf(item, 'superUserLead')),
          fast('owner', round, model.peopleOf(item, 'systemOwner')),
        ];
  const ids = seated.map(({ id }) => id);
  const others = item.sittings.filter(({ id }) => !ids.includes(id));
  item.sittings = [...others, ...seated];
}

function fast(
  id: 'superUser' | 'owner',
  round: number,
  seats: string[],
): Sitting {
  return {
    ...{ id, round, status: 'open', seats, escalated: false },
    ...{ aside: new Set(), ballots: new Map(), needsController: false },
  };
}

/** The boards of the state that a proposal is in. */
export function sittingsNow({ state, sittings }: ModelProposal): Sitting[] {
  const ids = { board: ['board'], fastTrack: ['superUser', 'owner'] };
  const own: string[] = Object.hasOwn(ids, state)
    ? ids[state as keyof typeof ids]
    : [];
  return sittings.filter(({ id }) => own.includes(id));
}

/**
 * Closes a board with its verdict, and has the proposal go on where all of them
 * are closed.
 *
 * @returns the way that the proposal went, if it did
 */
export function close(
  model: PlantModel,
  item: ModelProposal,
  sitting: Sitting,
  verdict: Verdict,
): Way | undefined {
  sitting.status = verdict;
  const now = sittingsNow(item);
  if (verdict === 'rejected' || verdict === 'sentBack') {
    closeOpen(item);
  }
  if (now.some(({ status }) => status === 'open')) {
    return undefined;
  }
  const order: Verdict[] = ['rejected', 'sentBack', 'noQuorum', 'conditional'];
  const result =
    order.find(one => now.some(({ status }) => status === one)) ?? 'approved';
  const way = proposalWay(item.state, `=${result}`);
  if (result === 'conditional') {
    item.conditions = countedOn(sitting)
      .filter(([, choice]) => choice === 'approveWithConditions')
      .map(([voter]) => conditionOwner(voter));
  }
  const isAdopted = result === 'approved' || result === 'conditional';
  if (isAdopted && !item.adopted) {
    item.adopted = true;
    model.share(item.proposers, POINTS.adopted);
  }
  go(model, item, way);
  return way;
}

/** Who must see to what a member of the board asks for. */
export function conditionOwner(voter: string): string {
  return voter === CHAIR ? 'he.jing' : 'ma.jun';
}

/** Counts a board, and closes it if it is decided. */
export function settleSitting(
  model: PlantModel,
  item: ModelProposal,
  sitting: Sitting,
  isOver = false,
): { closed: boolean; way?: Way } {
  const verdict = verdictOn(sitting, isOver);
  if (verdict === undefined) {
    return { closed: false };
  }
  if (verdict === 'noQuorum' && sitting.id !== 'board' && !sitting.escalated) {
    escalate(sitting);
    return { closed: true };
  }
  return { closed: true, way: close(model, item, sitting, verdict) };
}

/** On the fast track the chair votes, too, once nobody else has. */
function escalate(sitting: Sitting) {
  sitting.escalated = true;
  if (!sitting.seats.includes(CHAIR)) {
    sitting.seats = [...sitting.seats, CHAIR];
  }
}

/**
 * Lets the open boards of a proposal follow an appointment: whoever is not
 * meant any more steps aside, whoever is again comes back, nobody is added.
 *
 * @returns whether anybody did, and the way that the proposal went thereby
 */
export function follow(
  model: PlantModel,
  item: ModelProposal,
): { changed: boolean; way?: Way } {
  const sitting = sittingsNow(item).find(({ id }) => id === 'superUser');
  if (sitting?.status !== 'open') {
    return { changed: false };
  }
  const meant = [
    ...model.peopleOf(item, 'superUserLead'),
    ...(sitting.escalated ? [CHAIR] : []),
  ];
  const aside = sitting.seats.filter(seat => !meant.includes(seat));
  const changed =
    aside.length !== sitting.aside.size ||
    aside.some(seat => !sitting.aside.has(seat));
  sitting.aside = new Set(aside);
  return votersOf(sitting).length > 0 || !changed
    ? { changed }
    : { changed, way: settleSitting(model, item, sitting).way };
}

/** Whether the rule of a way lets it be gone with these figures. */
export function guardHolds(
  item: ModelProposal,
  way: Way,
  data: { [field: string]: unknown },
): boolean {
  const { hasFigures, actual, conditions, measured } = item;
  // From 6 to 3: what is lost of the way from 6 to where it was measured.
  const lost =
    hasFigures && actual !== undefined
      ? ((measured.at(-1)?.value ?? actual) - actual) / (6 - actual)
      : undefined;
  switch (actionOf(way)) {
    case 'fulfilled':
      return conditions.length === 0;
    case 'verify':
      return !hasFigures || Number(data.actual ?? actual ?? 6) < 6;
    case 'measure':
      return (data.reviews as unknown[]).length === item.reviewsDone + 1;
    case 'review':
      return lost === undefined || lost <= 0.3;
    case 'reopenBenefit':
      return lost === undefined || lost > 0.3;
    default:
      return true;
  }
}
