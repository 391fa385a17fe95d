import { Board, Label, WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { ItemBoard, Recusal, Voter, WorkItem } from './item';
import { recusalsOf, votersOf } from './openBoard';
import { approvalOf } from './restart';
import { boardOf, callToVote, openOnes, settle } from './sitting';
import { isUnknown } from './roles';
import { rulesOf } from './tally';
import { note, startWalk, Walk } from './walk';

const LEFT: Label = {
  en: 'no longer among those who may vote',
  zh: '已不在表决人之列',
};

/** Who comes and goes on a board. */
interface Change {
  left: string[];
  back: string[];
  joined: Voter[];
}

/**
 * Whether other people may vote on the open boards of an item than when these
 * opened.
 *
 * @public
 */
export function isMisseated(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
): boolean {
  const walk = startWalk(definition, item, context);
  return openOnes(walk).some(sitting => changeOn(walk, sitting) !== undefined);
}

/**
 * Lets the open boards follow their roles: whoever has left votes no more and
 * is not waited for; whoever has joined votes only where the definition says
 * so. A role that has lost everybody at once is left alone, because a group
 * that is not found says nothing about people; so is one whose source failed.
 *
 * @returns whether anything changed
 * @internal
 */
export function reseat(walk: Walk): boolean {
  const changes = openOnes(walk).flatMap(sitting => {
    const change = changeOn(walk, sitting);
    return change ? [{ sitting, change }] : [];
  });
  for (const { sitting, change } of changes) {
    seat(walk, sitting, change);
    // Without ballots only a board that can no longer assemble is decided.
    settle(walk, sitting, { ballots: [] });
  }
  return changes.length > 0;
}

function changeOn(walk: Walk, sitting: ItemBoard): Change | undefined {
  const board = boardOf(walk, sitting);
  const now = peopleOn(walk, board, sitting);
  if (now.length === 0 || isUnknown(walk.definition, walk.context.directory)) {
    return undefined;
  }
  const refs = now.map(({ ref }) => ref);
  const seats = sitting.electorate.map(({ ref }) => ref);
  // Whoever was added by hand belongs to no role, and leaves by hand.
  const isAdded = (ref: string) =>
    sitting.electorate.some(voter => voter.ref === ref && voter.added);
  const isAside = (ref: string) =>
    sitting.recused.some(({ voter }) => voter === ref);
  const isGone = (ref: string) =>
    sitting.recused.some(({ voter, kind }) => voter === ref && kind === 'left');
  const change = {
    left: seats.filter(
      ref => !refs.includes(ref) && !isAside(ref) && !isAdded(ref),
    ),
    back: seats.filter(ref => refs.includes(ref) && isGone(ref)),
    joined:
      board.electorate === 'live'
        ? now.filter(({ ref }) => !seats.includes(ref))
        : [],
  };
  const isNothing = Object.values(change).every(({ length }) => length === 0);
  return isNothing ? undefined : change;
}

/** Those who may vote now, with those to whom it was escalated. */
function peopleOn(walk: Walk, board: Board, sitting: ItemBoard): Voter[] {
  const rules = rulesOf(board, sitting);
  const own = votersOf(walk, rules, board.voters);
  const target = sitting.escalated ? approvalOf(walk)?.escalateTo : undefined;
  const known = own.map(({ ref }) => ref);
  const others = target ? votersOf(walk, rules, target) : [];
  return [
    ...own,
    ...others
      .filter(({ ref }) => !known.includes(ref))
      .map(voter => ({ ...voter, escalated: true })),
  ];
}

function seat(walk: Walk, sitting: ItemBoard, change: Change) {
  const { left, back, joined } = change;
  const gone = left.map(
    (voter): Recusal => ({ voter, kind: 'left', reason: LEFT }),
  );
  const stays = sitting.recused.filter(
    ({ voter, kind }) => kind !== 'left' || !back.includes(voter),
  );
  const aside = recusalsOf(walk, boardOf(walk, sitting), joined);
  sitting.electorate = [...sitting.electorate, ...joined];
  sitting.recused = [...stays, ...gone, ...aside];
  const { id: board, round } = sitting;
  note(walk, 'reseated', {
    ...{ board, round, left, back },
    joined: joined.map(({ ref }) => ref),
  });
  const called = [...joined.map(({ ref }) => ref), ...back];
  callToVote(
    walk,
    sitting,
    called.filter(ref => !aside.some(({ voter }) => voter === ref)),
  );
}
