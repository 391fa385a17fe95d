import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { MeetingMember } from '@techbridge/plugin-bridge-common';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../api/useMe';
import { TitleOf, useTitles } from '../../api/useTitles';
import { CardError } from '../../components/CardError';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { Person } from '../../components/Person';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { MeetingProps } from '../MeetingProps';
import { useMeetingCommand } from '../useMeetingCommand';
import { Presence, PresenceMenu } from './PresenceMenu';

const DeputyDialog = lazy(() =>
  import('./DeputyDialog').then(form => ({ default: form.DeputyDialog })),
);

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  presence: { flex: 'none', fontSize: 13.5 },
  muted: { color: mutedText(theme) },
}));

/** Who belongs to the board that meets, and whether they take part. @internal */
export function MembersPanel(props: MeetingProps) {
  const { members } = props.meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const titleOf = useTitles(
    members.flatMap(({ user, deputy }) => [user, ...(deputy ? [deputy] : [])]),
  );
  return (
    <Panel title={t('members.title')}>
      {members.length === 0 && (
        <Typography variant="body2" className={classes.muted}>
          {t('members.none')}
        </Typography>
      )}
      <ul className={classes.list} aria-label={t('members.title')}>
        {members.map(member => (
          <MemberLine
            key={member.user}
            {...props}
            member={member}
            titleOf={titleOf}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface MemberProps extends MeetingProps {
  member: MeetingMember;
  titleOf: TitleOf;
}

function MemberLine(props: MemberProps) {
  const { meeting, member, titleOf } = props;
  const { user, deputy } = member;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const notes = [
    ...(user === meeting.chair ? [t('members.chair')] : []),
    ...(deputy ? [t('members.deputy', { person: titleOf(deputy) })] : []),
  ];
  return (
    <li className={classes.line}>
      <Person
        user={user}
        name={titleOf(user)}
        note={notes.join(' · ') || undefined}
        avatar={26}
      />
      <PresenceOf {...props} />
    </li>
  );
}

/** Those who lead a meeting say it of everybody, members of themselves. */
function PresenceOf(props: MemberProps) {
  const { meeting, member, titleOf } = props;
  const { user, presence } = member;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const me = useMe()?.ref;
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useMeetingCommand(props);
  const { state, may } = meeting;
  const isOwn = user === me;
  const isUnderWay = state === 'planned' || state === 'open';
  if (!isUnderWay || !(may.manage || (may.attend && isOwn))) {
    return (
      <span className={`${classes.presence} ${presence ? '' : classes.muted}`}>
        {t(`presence.${presence ?? 'unknown'}`)}
      </span>
    );
  }
  const set = (next: Presence) =>
    next === 'represented'
      ? setAsking(true)
      : run((api, id) => api.setAttendance(id, { user, presence: next }));
  return (
    <div>
      <PresenceMenu
        presence={presence}
        person={titleOf(user)}
        busy={busy}
        onChoose={set}
      />
      {error && <CardError error={error} />}
      {asking && (
        <Suspense fallback={null}>
          <DeputyDialog {...props} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  );
}
