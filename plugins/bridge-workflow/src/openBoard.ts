import { Board, Label } from './definition';
import { parseExpression } from './expression';
import { ItemBoard, Recusal, Voter } from './item';
import { directoryNeeds, roleLabel, rolePeople } from './roles';
import { rulesOf } from './tally';
import { guardHolds, keepTimer, note, scopeOf, Walk } from './walk';

const CONFLICT: Label = { en: 'conflict of interest', zh: '利益冲突' };

/**
 * Whether what protects the vote applies. Where the answer fails it does: a
 * review that silently does not happen is worse than one too many.
 *
 * @internal
 */
export function sits(
  walk: Walk,
  when: string | undefined,
  where: string,
): boolean {
  const { holds, error } = guardHolds(walk, when, where);
  return holds || error !== undefined;
}

/** Which opening of a board it is. @internal */
export interface Opening
  extends Pick<ItemBoard, 'state' | 'round' | 'overrides' | 'changes'> {
  /** Whose recusal from the round before still holds. */
  aside?: Recusal[];
  /** Who was added in the round before and votes in this one, too. */
  added?: Voter[];
}

/** The number of the next round in a state. @internal */
export function nextRound({ item }: Walk, stateId: string): number {
  const counter = `${stateId} round`;
  const round = (item.taken[counter] ?? 0) + 1;
  item.taken[counter] = round;
  return round;
}

/**
 * Opens a board: who votes is fixed from now on. How long it may vote is for
 * the caller to say.
 *
 * @internal
 */
export function seatBoard(
  walk: Walk,
  id: string,
  board: Board,
  opening: Opening,
): ItemBoard {
  const { aside = [], added = [], ...round } = opening;
  const rules = rulesOf(board, opening);
  const seats = votersOf(walk, rules, board.voters);
  const known = seats.map(({ ref }) => ref);
  const others = added.filter(({ ref }) => !known.includes(ref));
  const conflicts = recusalsOf(walk, board, [...seats, ...others]);
  const away = conflicts.map(({ voter }) => voter);
  const electorate = [...chaired(walk, board, seats, away), ...others];
  const sitting: ItemBoard = {
    id,
    ...round,
    status: 'open',
    electorate,
    recused: once([...conflicts, ...aside]),
    included: includedIn(walk, board, electorate, away),
    ...(board.delegate && { standIns: standInsOf(walk, board) }),
    ...(walk.item.reopened && { reopens: walk.item.reopened }),
    openedAt: walk.context.now,
    escalated: false,
  };
  const { recused, standIns, overrides } = sitting;
  note(walk, 'boardOpened', {
    ...{ board: id, round: sitting.round, electorate, recused },
    ...(standIns && { standIns }),
    ...(overrides && { overrides }),
  });
  return sitting;
}

/** Opens a board with its time to vote and its reminders. @internal */
export function openBoard(
  walk: Walk,
  id: string,
  board: Board,
  opening: Opening,
): ItemBoard {
  const { deadline, remind = [] } = board;
  remind.forEach((after, place) =>
    keepTimer(walk, `remind.${place}:${id}`, after, deadline?.calendar),
  );
  const sitting = seatBoard(walk, id, board, opening);
  if (deadline) {
    const { after, calendar } = deadline;
    sitting.deadlineAt = keepTimer(walk, `deadline:${id}`, after, calendar);
  }
  return sitting;
}

function peopleOf(
  { definition, item, context }: Walk,
  role: string,
  away: string[] = [],
) {
  return rolePeople(definition, role, item, context.directory, away);
}

/** Where the rules recuse whoever is in the chair, its fallback takes it. */
function chaired(walk: Walk, { chair }: Board, seats: Voter[], away: string[]) {
  const chairs = chair ? peopleOf(walk, chair, away) : [];
  return seats.map(seat => ({ ...seat, chair: chairs.includes(seat.ref) }));
}

/** The people of a role as members of a board. @internal */
export function votersOf(walk: Walk, board: Board, role: string): Voter[] {
  const chairs = board.chair ? peopleOf(walk, board.chair) : [];
  const vetoes = board.veto ? peopleOf(walk, board.veto.by) : [];
  const weigh = weightsOf(walk, board);
  return peopleOf(walk, role).map(ref => {
    const weight = weigh(ref);
    return {
      ref,
      chair: chairs.includes(ref),
      ...(weight !== 1 && { weight }),
      ...(vetoes.includes(ref) && { veto: true as const }),
    };
  });
}

/** Seats have weights, not people: whoever holds two seats has both. */
function weightsOf(
  walk: Walk,
  { weights = {} }: Board,
): (ref: string) => number {
  const seats = Object.entries(weights).map(([role, weight]) => ({
    people: peopleOf(walk, role),
    weight,
  }));
  return ref => {
    const own = seats.filter(({ people }) => people.includes(ref));
    return own.length === 0
      ? 1
      : own.reduce((sum, { weight }) => sum + weight, 0);
  };
}

function includedIn(
  walk: Walk,
  { quorum }: Board,
  electorate: Voter[],
  away: string[],
): ItemBoard['included'] {
  return quorum.includes
    .filter(({ when }) => sits(walk, when, 'quorum.includes'))
    .map(one =>
      'role' in one
        ? { role: one.role, people: peopleOf(walk, one.role, away) }
        : { people: membersMeant(walk, one.voter, electorate), seated: true },
    );
}

/** The members of a board of whom one must have voted. */
function membersMeant(walk: Walk, source: string, electorate: Voter[]) {
  return electorate
    .map(({ ref }) => ref)
    .filter(ref => answerOf(walk, source, ref, 'quorum.includes') === true);
}

/** Who of some members must not vote, and why. @internal */
export function recusalsOf(
  walk: Walk,
  board: Board,
  voters: Voter[],
): Recusal[] {
  const { definition } = walk;
  const byRole = board.recuse.roles.flatMap(role => {
    const people = peopleOf(walk, role);
    const reason = roleLabel(definition, role);
    return voters
      .filter(voter => people.includes(voter.ref))
      .map(voter => automatic(voter.ref, reason));
  });
  const byRule = voters
    .filter(voter => hasConflict(walk, board, voter.ref))
    .map(voter => automatic(voter.ref, board.recuse.whenMessage ?? CONFLICT));
  return once([...byRole, ...byRule]);
}

function once(all: Recusal[]): Recusal[] {
  return all.filter(
    (one, place) => all.findIndex(({ voter }) => voter === one.voter) === place,
  );
}

/** Whoever has a conflict of interest votes for nobody else either. */
function standInsOf(walk: Walk, board: Board): string[] {
  const all = votersOf(walk, board, board.delegate?.to ?? '');
  const recused = recusalsOf(walk, board, all).map(({ voter }) => voter);
  return all.map(({ ref }) => ref).filter(ref => !recused.includes(ref));
}

function automatic(voter: string, reason: Label): Recusal {
  return { voter, kind: 'automatic', reason };
}

function hasConflict(walk: Walk, board: Board, ref: string): boolean {
  const { when } = board.recuse;
  return when !== undefined && (answerOf(walk, when, ref, 'recuse') ?? true);
}

/** Whether a condition holds for a member; unknown where it fails. */
function answerOf(
  walk: Walk,
  source: string,
  ref: string,
  where: string,
): boolean | undefined {
  const { definition, item, context } = walk;
  const { directory } = context;
  const { systems } = directoryNeeds(definition, item);
  const voter = {
    ref,
    owns: systems.filter(system => directory.ownersOf(system).includes(ref)),
    department: directory.departmentOf(ref) ?? '',
    leads: directory.leadsOf?.(ref) ?? [],
  };
  const scope = { ...scopeOf(definition, item, context), voter };
  const expression = parseExpression(definition.data, source, 'recusal');
  const answer = expression.evaluate(scope);
  if ('value' in answer) {
    return answer.value === true;
  }
  note(walk, 'guardError', { where, message: answer.error });
  return undefined;
}
