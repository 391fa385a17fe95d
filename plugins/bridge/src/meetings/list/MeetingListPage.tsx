import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { meetingManagePermission } from '@techbridge/plugin-bridge-common';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router-dom';
import { useClock } from '../../api/useClock';
import { MeetingQuery, useMeetings } from '../../api/useMeetings';
import { GuardedButton } from '../../components/GuardedButton';
import { ListPanel } from '../../components/ListPanel';
import { PageFrame } from '../../components/PageFrame';
import { meetingsRouteRef, newMeetingRouteRef } from '../../routes';
import { meetingsTranslationRef } from '../../translation/meetings';
import { termsTranslationRef } from '../../translation/terms';
import { MeetingLine } from './MeetingLine';

const NewMeeting = lazy(() =>
  import('../plan/NewMeeting').then(form => ({ default: form.NewMeeting })),
);

const useStyles = makeStyles(theme => ({
  lists: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    maxWidth: 960,
  },
}));

/** When boards meet and have met. @internal */
export function MeetingListPage(props: {
  /** Whether the form that plans a meeting is open. */
  planning?: boolean;
}) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const clock = useClock();
  const navigate = useNavigate();
  const listPath = useRouteRef(meetingsRouteRef)();
  return (
    <PageFrame
      title={t('list.title')}
      subtitle={t('list.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={<PlanButton />}
    >
      <div className={classes.lists}>
        <Meetings when="coming" />
        <Meetings when="past" />
      </div>
      {props.planning && (
        <Suspense fallback={null}>
          <NewMeeting onClose={() => navigate(listPath, { replace: true })} />
        </Suspense>
      )}
    </PageFrame>
  );
}

function PlanButton() {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const formPath = useRouteRef(newMeetingRouteRef)();
  const navigate = useNavigate();
  const { allowed, loading } = usePermission({
    permission: meetingManagePermission,
  });
  return (
    <GuardedButton
      color="primary"
      variant="contained"
      startIcon={<AddIcon />}
      barred={allowed || loading ? undefined : term('notAllowed')}
      onClick={() => navigate(formPath)}
    >
      {t('list.plan')}
    </GuardedButton>
  );
}

function Meetings({ when }: Pick<MeetingQuery, 'when'>) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  return (
    <ListPanel
      id={`meetings-${when}`}
      title={t(`list.${when}`)}
      empty={t(`list.none.${when}`)}
      rows={useMeetings(when)}
      render={meeting => <MeetingLine key={meeting.id} meeting={meeting} />}
    />
  );
}
