import { Board, Label, WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { ItemBoard, Recusal, Refusal, VoterChange, WorkItem } from './item';
import { recusalsOf } from './openBoard';
import { refuse } from './refusal';
import { roleLabel, rolePeople } from './roles';
import { boardOf } from './sitting';
import { votersOn } from './standIns';
import { tally } from './tally';
import { note, startWalk, Walk } from './walk';

/** Whom somebody wants to vote on a board as well, or no more, and why. @public */
export interface VoterInput extends Pick<VoterChange, 'voter' | 'change'> {
  board: string;
  reason: string;
}

/**
 * Why a person may not say who votes on a board, if so. Whoever must not vote
 * on the item, such as its creator, does not choose who does either.
 *
 * @internal
 */
export function mayChangeVoters(
  definition: WorkflowDefinition,
  item: WorkItem,
  sitting: ItemBoard,
  context: StepContext,
): Refusal | undefined {
  if (sitting.status !== 'open') {
    return refuse('board-closed');
  }
  const board = boardOf({ definition }, sitting);
  const by = board.seats?.by ?? (board.chair ? [board.chair] : []);
  if (by.length === 0) {
    return refuse('voters-fixed');
  }
  const asked = { definition, item, context };
  if (!decidesWhoVotes(asked, board, sitting)) {
    const roles = listed(by.map(role => roleLabel(definition, role)));
    return refuse('not-your-voters', { roles });
  }
  const walk = startWalk(definition, item, context);
  const reason = keptOut(walk, board, sitting, context.actor);
  return reason && refuse('recused', { reason });
}

/** Without a word of the file it is whoever is in the chair. */
function decidesWhoVotes(
  { definition, item, context }: Pick<Walk, 'definition' | 'item' | 'context'>,
  { seats }: Board,
  { electorate }: ItemBoard,
): boolean {
  const { actor, directory } = context;
  return seats
    ? seats.by.some(role =>
        rolePeople(definition, role, item, directory).includes(actor),
      )
    : electorate.some(({ ref, chair }) => chair && ref === actor);
}

function listed(labels: Label[]): Label {
  return {
    en: labels.map(({ en }) => en).join(', '),
    zh: labels.map(({ zh }) => zh).join('、'),
  };
}

/**
 * Why somebody must not vote on a board, if so: by what they or the chair have
 * said, or by a rule, which speaks of everybody and not of members only.
 */
function keptOut(
  walk: Walk,
  board: Board,
  sitting: ItemBoard,
  ref: string,
): Label | undefined {
  const known = sitting.recused.find(
    ({ voter, kind }) => voter === ref && kind !== 'removed',
  );
  const [byRule] = recusalsOf(walk, board, [{ ref, chair: false }]);
  return (known ?? byRule)?.reason ?? exceptionOf(walk, board, ref);
}

/** The role that takes somebody out of those who vote. */
function exceptionOf(
  { definition, item, context }: Walk,
  { voters }: Board,
  ref: string,
): Label | undefined {
  const { except = [] } = definition.roles[voters] ?? {};
  const role = except.find(other =>
    rolePeople(definition, other, item, context.directory).includes(ref),
  );
  return role === undefined ? undefined : roleLabel(definition, role);
}

/**
 * Lets somebody vote on an open board as well, or no more. Whether that decides
 * the board is seen when its ballots are counted next.
 *
 * @returns why not, if so
 * @internal
 */
export function changeVoters(
  walk: Walk,
  { board: id, voter, change, reason }: VoterInput,
): Refusal | undefined {
  const { definition, item, context } = walk;
  const sitting = item.boards.find(one => one.id === id);
  if (!sitting) {
    return refuse('unknown-board');
  }
  const { actor: by, now: at } = context;
  const made: VoterChange = { voter, change, by, at, reason: reason.trim() };
  const refusal =
    mayChangeVoters(definition, item, sitting, context) ??
    (made.reason === '' ? refuse('voters-reason') : undefined) ??
    (voter === by ? refuse('own-seat') : undefined) ??
    (change === 'add'
      ? additionRefusal(walk, sitting, voter)
      : removalRefusal(walk, sitting, made));
  if (refusal) {
    return refusal;
  }
  seat(walk, sitting, made);
  sitting.changes = [...(sitting.changes ?? []), made];
  const type = change === 'add' ? 'voterAdded' : 'voterRemoved';
  const { round } = sitting;
  note(walk, type, { board: id, round, voter, reason: made.reason });
  return undefined;
}

function additionRefusal(walk: Walk, sitting: ItemBoard, voter: string) {
  if (votersOn(sitting).includes(voter)) {
    return refuse('already-voter');
  }
  const reason = keptOut(walk, boardOf(walk, sitting), sitting, voter);
  return reason && refuse('kept-out', { reason });
}

/** A board never loses people so that it can no longer assemble. */
function removalRefusal(walk: Walk, sitting: ItemBoard, made: VoterChange) {
  if (!votersOn(sitting).includes(made.voter)) {
    return refuse('no-voter');
  }
  const recused = [...sitting.recused, removal(made)];
  const { decided } = tally(
    boardOf(walk, sitting),
    { ...sitting, recused },
    [],
  );
  return decided === 'noQuorum' ? refuse('quorum-lost') : undefined;
}

/** An added person votes like every other member, without weight or veto. */
function seat(walk: Walk, sitting: ItemBoard, made: VoterChange) {
  const { voter, change } = made;
  if (change === 'remove') {
    sitting.recused = [...sitting.recused, removal(made)];
    return;
  }
  const isBack = sitting.electorate.some(({ ref }) => ref === voter);
  sitting.recused = sitting.recused.filter(one => one.voter !== voter);
  sitting.electorate = isBack
    ? sitting.electorate
    : [...sitting.electorate, { ref: voter, chair: false, added: true }];
  const notice = { to: [voter], template: 'item-waiting' };
  walk.effects.push({ use: 'notify', with: notice, recipients: [voter] });
}

function removal({ voter, by, reason }: VoterChange): Recusal {
  return { voter, kind: 'removed', by, reason: { en: reason, zh: reason } };
}
