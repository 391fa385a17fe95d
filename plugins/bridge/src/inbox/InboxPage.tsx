import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useClock } from '../api/useClock';
import { useInbox } from '../api/useInbox';
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
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
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
