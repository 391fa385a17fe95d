import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { useClock } from '../api/useClock';
import { useMeeting } from '../api/useMeeting';
import { formatMoment } from '../components/formatTime';
import { Loaded } from '../components/Loaded';
import { later } from '../components/later';
import { PageFrame } from '../components/PageFrame';
import { useLanguage } from '../components/useLanguage';
import { meetingsRouteRef } from '../routes';
import { meetingsTranslationRef } from '../translation/meetings';
import { MeetingActions } from './MeetingActions';
import type { MeetingProps } from './MeetingProps';
import { Sitting } from './Sitting';

const MinutesSheet = later(
  async () => (await import('./minutes/MinutesSheet')).MinutesSheet,
  300,
);

/** One review meeting: its plan, its sitting, its minutes. @internal */
export function MeetingPage() {
  const { id = '' } = useParams();
  return <MeetingView key={id} id={Number(id)} />;
}

function MeetingView({ id }: { id: number }) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const listPath = useRouteRef(meetingsRouteRef)();
  const clock = useClock();
  const subtitleOf = useSubtitle();
  const load = useMeeting(id);
  const { value, replace, retry } = load;
  const change = { onChanged: replace, onRefused: retry };
  return (
    <PageFrame
      title={value?.title ?? t('meeting.title')}
      subtitle={value && subtitleOf(value)}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <>
          <LinkButton to={listPath} variant="outlined" size="small">
            {t('meeting.back')}
          </LinkButton>
          {value && <MeetingActions meeting={value} {...change} />}
        </>
      }
    >
      <Loaded
        load={load}
        loading={t('meeting.loading')}
        failed={t('meeting.error')}
      >
        {meeting => <Content meeting={meeting} {...change} />}
      </Loaded>
    </PageFrame>
  );
}

function useSubtitle() {
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  return ({ group, startsAt }: MeetingProps['meeting']) =>
    [group.title[language], formatMoment(startsAt, language, timeZone)].join(
      ' · ',
    );
}

function Content(props: MeetingProps) {
  const { record } = props.meeting;
  return record ? (
    <MinutesSheet meeting={props.meeting} record={record} />
  ) : (
    <Sitting {...props} />
  );
}
