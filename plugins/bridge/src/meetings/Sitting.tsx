import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Notice } from '../components/Notice';
import { meetingsTranslationRef } from '../translation/meetings';
import { AgendaPanel } from './agenda/AgendaPanel';
import { WaitingPanel } from './agenda/WaitingPanel';
import { AttendancePanel } from './attendance/AttendancePanel';
import { MembersPanel } from './attendance/MembersPanel';
import { FactsPanel } from './FactsPanel';
import type { MeetingProps } from './MeetingProps';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
    [theme.breakpoints.down('md')]: { gap: theme.spacing(2) },
  },
}));

/** A meeting that is to come, is in session or was called off. @internal */
export function Sitting(props: MeetingProps) {
  const { state, may } = props.meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const isOver = state === 'cancelled';
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {isOver && (
          <Notice
            title={t('meeting.cancelled')}
            hint={t('meeting.cancelledHint')}
          />
        )}
        {state === 'open' && <AttendancePanel {...props} />}
        <AgendaPanel {...props} />
        {may.manage && !isOver && <WaitingPanel {...props} />}
      </div>
      <div className={classes.column}>
        <FactsPanel meeting={props.meeting} />
        <MembersPanel {...props} />
      </div>
    </div>
  );
}
