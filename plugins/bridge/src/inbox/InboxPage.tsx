import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AbsenceButton } from './AbsenceButton';
import { AwayNotice } from './AwayNotice';
import { useAbsences } from '../api/useAbsences';
import { useClock } from '../api/useClock';
import { useInbox } from '../api/useInbox';
import { useMe } from '../api/useMe';
import { useWorkflows } from '../api/useWorkflows';
import { PageFrame } from '../components/PageFrame';
import { inboxTranslationRef } from '../translation/inbox';
import { InboxList } from './InboxList';
import { KindFilter } from './KindFilter';

/** What waits for the reader. @internal */
export function InboxPage() {
  const { t } = useTranslationRef(inboxTranslationRef);
  const clock = useClock();
  const workflows = useWorkflows();
  const [search, setSearch] = useSearchParams();
  const workflow = search.get('workflow') ?? undefined;
  const show = (id: string | undefined) =>
    setSearch(id ? { workflow: id } : {}, { replace: true });
  const inbox = useInbox(useMemo(() => ({ workflow }), [workflow]));
  const person = useMe()?.ref;
  const absences = useAbsences(person);
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        person && <AbsenceButton person={person} onAdded={absences.reload} />
      }
    >
      <AwayNotice person={person} absences={absences} clock={clock} />
      <KindFilter
        workflows={workflows?.list ?? []}
        chosen={workflow}
        total={inbox.page?.total}
        onChange={show}
      />
      <InboxList
        inbox={inbox}
        clock={clock}
        workflows={workflows}
        onShowAll={workflow ? () => show(undefined) : undefined}
      />
    </PageFrame>
  );
}
