import { BoardItem } from '../../workflow/BoardItemService';
import { agendaScore } from './agendaScore';
import { AgendaRow, MeetingRecord } from './MeetingStore';

/** An item on an agenda. @internal */
export interface AgendaItem {
  item: BoardItem;
  row: AgendaRow;
  score: ReturnType<typeof agendaScore>;
}

/**
 * The numbers of the items on an agenda. One that is planned fills itself with
 * what is ready; an open one is fixed, and changes by hand only.
 *
 * @param ready - the items that wait for the votes of the group
 * @internal
 */
export function agendaIds(
  { state }: Pick<MeetingRecord, 'state'>,
  rows: AgendaRow[],
  ready: number[],
): number[] {
  const kept = rows
    .filter(({ removed }) => !removed)
    .filter(
      ({ source, itemId }) =>
        state !== 'planned' || source === 'added' || ready.includes(itemId),
    )
    .map(({ itemId }) => itemId);
  const known = new Set(rows.map(({ itemId }) => itemId));
  const fresh = ready.filter(id => state === 'planned' && !known.has(id));
  return [...kept, ...fresh];
}

/**
 * The agenda in its order: what somebody has put in its place, then the rest
 * by score, and among equals the oldest first.
 *
 * @internal
 */
export function agendaOf(
  items: BoardItem[],
  rows: AgendaRow[],
  now: string,
): AgendaItem[] {
  const known = new Map(rows.map(row => [row.itemId, row]));
  return items
    .map(item => ({
      item,
      row: known.get(item.id) ?? newRow(item.id),
      score: scoreOf(item, now),
    }))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        b.score.total - a.score.total ||
        a.item.id - b.item.id,
    );
}

function placeOf({ row }: AgendaItem): number {
  return row.place ?? Number.MAX_SAFE_INTEGER;
}

function scoreOf({ data, boards }: BoardItem, now: string) {
  const deadlines = boards.flatMap(({ deadlineAt, state }) =>
    deadlineAt && state === 'open' ? [deadlineAt] : [],
  );
  return agendaScore({ data, deadlines, now });
}

function newRow(itemId: number): AgendaRow {
  return {
    ...{ itemId, source: 'ready', removed: false, place: null },
    ...{ listedState: null, minutes: null, presenter: null, note: null },
    rev: 0,
  };
}
