import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { MeetingRow } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { formatMoment } from '../../components/formatTime';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { meetingRouteRef } from '../../routes';
import { meetingsTranslationRef } from '../../translation/meetings';
import { MeetingChip } from '../MeetingChip';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.75, 2),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  words: { flex: '1 1 240px', minWidth: 0 },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    marginTop: 2,
    color: mutedText(theme),
    fontSize: 13.5,
  },
  when: { color: theme.palette.text.primary, fontWeight: 600 },
}));

/** One meeting in a list. @internal */
export function MeetingLine({ meeting }: { meeting: MeetingRow }) {
  const { id, title, group, startsAt, place, repeat, state } = meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const classes = useStyles();
  const path = useRouteRef(meetingRouteRef)({ id: String(id) });
  return (
    <li className={classes.root}>
      <div className={classes.words}>
        <Link to={path} className={classes.title}>
          {title}
        </Link>
        <div className={classes.facts}>
          <time className={classes.when} dateTime={startsAt}>
            {formatMoment(startsAt, language, timeZone)}
          </time>
          <span>{group.title[language]}</span>
          {place && <span>{place}</span>}
          {repeat && <span>{t('list.repeat', { count: repeat.weeks })}</span>}
        </div>
      </div>
      <MeetingChip state={state} />
    </li>
  );
}
