import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import type { Meeting } from '@techbridge/plugin-bridge-common';
import { useMe } from '../../api/useMe';
import { CardError } from '../../components/CardError';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { MeetingProps } from '../MeetingProps';
import { useMeetingCommand } from '../useMeetingCommand';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
    numbers: {
      display: 'grid',
      gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
    number: {
      display: 'block',
      fontSize: 26,
      fontWeight: 700,
      lineHeight: 1.2,
    },
    name: { color: mutedText(theme), fontSize: 13 },
    verdict: {
      margin: 0,
      padding: theme.spacing(1, 1.5),
      borderRadius: 6,
      fontWeight: 600,
    },
    met: {
      color: dark ? '#c9ecd0' : '#1c5a2c',
      background: dark ? '#24482d' : '#e2f3e6',
    },
    notMet: {
      color: dark ? '#ffe1b3' : '#6f4300',
      background: dark ? '#5c3f10' : '#ffefd6',
    },
    // To be hit with a thumb, in a glove.
    here: { minHeight: 64, fontSize: 18, fontWeight: 700 },
    done: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  };
});

/** Whether enough members take part; and the reader's own word. @internal */
export function AttendancePanel(props: MeetingProps) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  return (
    <Panel title={t('sitting.title')}>
      <div className={classes.root}>
        <Here {...props} />
        <Numbers meeting={props.meeting} />
        <Verdict quorum={props.meeting.quorum} />
      </div>
    </Panel>
  );
}

function Here(props: MeetingProps) {
  const { members, may } = props.meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const me = useMe()?.ref;
  const { busy, error, run } = useMeetingCommand(props);
  const own = members.find(({ user }) => user === me);
  if (!may.attend || !own) {
    return null;
  }
  if (own.presence === 'present') {
    return (
      <span className={classes.done}>
        <CheckIcon color="primary" aria-hidden />
        {t('sitting.youAreHere')}
      </span>
    );
  }
  return (
    <>
      <Button
        fullWidth
        size="large"
        variant="contained"
        color="primary"
        className={classes.here}
        disabled={busy}
        onClick={() =>
          run((api, id) => api.setAttendance(id, { presence: 'present' }))
        }
      >
        {t('sitting.here')}
      </Button>
      {error && <CardError error={error} />}
    </>
  );
}

function Numbers({ meeting }: { meeting: Meeting }) {
  const { members, quorum } = meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const countOf = (presence: string) =>
    members.filter(member => member.presence === presence).length;
  const numbers = {
    'sitting.expected': quorum.expected,
    'sitting.present': countOf('present'),
    'sitting.represented': countOf('represented'),
    'sitting.needed': quorum.needed,
  };
  return (
    <ul className={classes.numbers} aria-label={t('sitting.title')}>
      {Object.entries(numbers).map(([name, number]) => (
        <li key={name}>
          <span className={classes.number}>{number}</span>
          <span className={classes.name}>
            {t(name as keyof typeof numbers)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Verdict({ quorum }: Pick<Meeting, 'quorum'>) {
  const { present, needed } = quorum;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const met = present >= needed;
  const params = { present: String(present), needed: String(needed) };
  return (
    <p
      role="status"
      className={`${classes.verdict} ${met ? classes.met : classes.notMet}`}
    >
      {met ? t('sitting.met', params) : t('sitting.notMet', params)}
    </p>
  );
}
