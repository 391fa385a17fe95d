import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, ItemMeeting } from '@techbridge/plugin-bridge-common';
import { useItemMeetings } from '../../api/useItemMeetings';
import { Panel } from '../../components/Panel';
import { meetingRouteRef } from '../../routes';
import { decisionsTranslationRef } from '../../translation/decisions';
import { useMeetingWords } from './useMeetingWords';

const useStyles = makeStyles(theme => ({
  panel: { marginTop: theme.spacing(2) },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
}));

/**
 * The meetings that have dealt with an item, or will. Where there are none, or
 * they cannot be read, the page goes without.
 *
 * @internal
 */
export function MeetingsPanel({ item }: { item: Item }) {
  const { value: meetings = [] } = useItemMeetings(item);
  const { t } = useTranslationRef(decisionsTranslationRef);
  const classes = useStyles();
  if (meetings.length === 0) {
    return null;
  }
  return (
    <div className={classes.panel}>
      <Panel title={t('meetings.title')}>
        <ul className={classes.list}>
          {meetings.map(meeting => (
            <MeetingLine key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function MeetingLine({ meeting }: { meeting: ItemMeeting }) {
  const words = useMeetingWords();
  const path = useRouteRef(meetingRouteRef)({ id: String(meeting.id) });
  return (
    <li>
      <Link to={path}>{words(meeting)}</Link>
    </li>
  );
}
