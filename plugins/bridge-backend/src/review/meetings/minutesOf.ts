import { Title } from '@techbridge/plugin-bridge-common';
import { AgendaItem } from './agendaOf';
import { quorumOf } from './attendance';
import { conclusionOf } from './conclusionOf';
import { Sitting } from './MeetingReader';
import { FrozenMinutes } from './minutesText';

/**
 * The minutes of a meeting as it stands: who took part, what was said, what
 * became of each item.
 *
 * @internal
 */
export function minutesOf(
  { record, members, agenda }: Pick<Sitting, 'record' | 'members' | 'agenda'>,
  closing: { recorder: string; closedAt: string; group: Title },
): FrozenMinutes {
  const { title, chair, place, openedAt, quorumPercent } = record;
  const since = openedAt ?? closing.closedAt;
  return {
    ...{ title, chair, place, openedAt: since, ...closing },
    members: members.map(({ presence, ...member }) => ({
      ...{ ...member, presence: presence ?? 'absent' },
    })),
    quorum: quorumOf(members, quorumPercent),
    entries: agenda.map(entry => entryOf(entry, since)),
  };
}

function entryOf({ item, row }: AgendaItem, since: string) {
  const { key, title } = item.row;
  const { presenter, note, listedState } = row;
  const conclusion = conclusionOf(item, listedState, since);
  return { itemId: item.id, key, title, presenter, note, conclusion };
}
