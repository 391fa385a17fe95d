import { AgendaChange, fieldError } from '@techbridge/plugin-bridge-common';
import { BoardItem } from '../../workflow/BoardItemService';
import { AgendaItem } from './agendaOf';
import { AgendaRow, MeetingRecord } from './MeetingStore';

type Row = Pick<AgendaRow, 'itemId' | 'source'> & Partial<AgendaRow>;

/** What is to be written of a change of an agenda. @internal */
export interface AgendaWrite {
  rows: Row[];
  /** What somebody changed of one entry that was seen with this number. */
  entry?: {
    rev: number;
    values: Partial<Pick<AgendaRow, 'minutes' | 'presenter' | 'note'>>;
  };
}

/** An agenda that is to be changed. @internal */
export interface ChangedAgenda {
  record: Pick<MeetingRecord, 'state'>;
  agenda: AgendaItem[];
  waiting: BoardItem[];
  /** The items that whoever changes it may see. */
  seen: ReadonlySet<number>;
}

/**
 * What a change of an agenda writes. Adding what is there and taking off what
 * is not are no mistakes, so that a command may be sent again.
 *
 * @param item - the item that the change is about
 * @throws BridgeError where the item to be moved or set is not on the agenda
 * @internal
 */
export function agendaWriteOf(
  { record, agenda, waiting, seen }: ChangedAgenda,
  item: BoardItem,
  change: AgendaChange,
): AgendaWrite {
  const entry = agenda.find(({ row }) => row.itemId === item.id);
  const isReady = waiting.some(({ id }) => id === item.id);
  const name = {
    itemId: item.id,
    source: entry?.row.source ?? (isReady ? 'ready' : 'added'),
  };
  if (change.do === 'add') {
    const fixed = record.state === 'open' && {
      ...{ place: agenda.length, listedState: item.row.state.id },
    };
    return { rows: entry ? [] : [{ ...name, removed: false, ...fixed }] };
  }
  if (change.do === 'remove') {
    return { rows: entry ? [{ ...name, removed: true }] : [] };
  }
  if (!entry) {
    throw fieldError('item', 'not-on-agenda', { value: change.item });
  }
  if (change.do === 'move') {
    const others = agenda.filter(other => other !== entry);
    const shown = others.filter(({ row }) => seen.has(row.itemId));
    return { rows: moved(others, entry, shown.at(change.to)) };
  }
  const { minutes, presenter, note, rev } = change;
  return { rows: [name], entry: { rev, values: { minutes, presenter, note } } };
}

/** Places count among what is seen; what is not keeps its neighbours. */
function moved(
  others: AgendaItem[],
  entry: AgendaItem,
  before?: AgendaItem,
): Row[] {
  const place = before ? others.indexOf(before) : others.length;
  const ordered = [...others];
  ordered.splice(place, 0, entry);
  return ordered.map(({ row: { itemId, source } }, index) => ({
    ...{ itemId, source, place: index },
  }));
}
