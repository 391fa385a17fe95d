import { Conclusion } from '@techbridge/plugin-bridge-common';
import { BoardItem, EndedBoard } from '../../workflow/BoardItemService';

/**
 * What became of an item in a meeting: what its boards have decided since the
 * meeting began, else the way that it took, else nothing yet.
 *
 * @param listedState - how it stood when it came on the agenda
 * @param since - when the meeting began, ISO 8601
 * @internal
 */
export function conclusionOf(
  item: BoardItem,
  listedState: string | null,
  since: string,
): Conclusion {
  const boards = item.ended
    .filter(({ sitting }) => hasDecided(sitting, since))
    .map(ended => presentBoard(item, ended));
  const { id, label } = item.row.state;
  const hasMoved = listedState !== null && id !== listedState;
  const otherwise = hasMoved ? 'moved' : 'open';
  return {
    kind: boards.length > 0 ? 'decided' : otherwise,
    boards,
    state: label,
  };
}

function hasDecided(
  { status, closedAt = '' }: EndedBoard['sitting'],
  since: string,
): boolean {
  return status !== 'cancelled' && closedAt >= since;
}

function presentBoard(
  { conditions }: BoardItem,
  { sitting, label }: EndedBoard,
): Conclusion['boards'][number] {
  const { id, round, status, count, recused } = sitting;
  const imposed = conditions.filter(
    ({ state, board }) => state === sitting.state && board === id,
  );
  return {
    ...{ board: id, label, round, state: status },
    for: count?.for ?? 0,
    against: count?.against ?? 0,
    abstained: count?.abstained ?? 0,
    recused: recused
      .filter(({ kind }) => kind !== 'removed')
      .map(({ voter, reason }) => ({ user: voter, reason })),
    conditions:
      status === 'conditional'
        ? imposed.map(({ text, owner, due }) => ({ text, owner, due }))
        : [],
  };
}
