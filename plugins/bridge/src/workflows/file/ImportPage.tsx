import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { workflowManagePermission } from '@techbridge/plugin-bridge-common';
import { useSearchParams } from 'react-router-dom';
import { useClock } from '../../api/useClock';
import { useMe } from '../../api/useMe';
import { useWorkflowVersion } from '../../api/useWorkflowVersions';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Notice } from '../../components/Notice';
import { PageFrame } from '../../components/PageFrame';
import { RowSkeleton } from '../../components/RowSkeleton';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { FileForm } from './FileForm';

/**
 * Makes a draft of a file; with a workflow and a version in its address, the
 * file of that draft is edited.
 *
 * @internal
 */
export function ImportPage() {
  const [address] = useSearchParams();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const clock = useClock();
  const me = useMe();
  const { allowed, loading } = usePermission({
    permission: workflowManagePermission,
  });
  const id = address.get('workflow');
  const version = Number(address.get('version'));
  if (!me || loading) {
    return <RowSkeleton label={t('settings.loading')} />;
  }
  if (!allowed) {
    return (
      <Notice alarming title={t('import.barred')} hint={t('list.barred')} />
    );
  }
  if (id !== null) {
    return <DraftFile user={me.ref} id={id} number={version} />;
  }
  return (
    <PageFrame
      title={t('import.title')}
      subtitle={t('import.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      <FileForm user={me.ref} />
    </PageFrame>
  );
}

function DraftFile(props: { user: string; id: string; number: number }) {
  const { user, id, number } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const clock = useClock();
  const { found, error, reload } = useWorkflowVersion(id, number);
  if (error) {
    return (
      <ErrorNotice title={t('version.error')} error={error} onRetry={reload} />
    );
  }
  if (!found) {
    return <RowSkeleton label={t('version.loading')} />;
  }
  const version = String(number);
  return (
    <PageFrame
      title={t('import.draftTitle', {
        ...{ workflow: found.title[language], version },
      })}
      subtitle={t('settings.subtitleDraft', { version })}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      {found.mayEdit ? (
        <FileForm key={found.hash} user={user} draft={{ id, version: found }} />
      ) : (
        <Notice alarming title={t('import.barred')} hint={t('step.settled')} />
      )}
    </PageFrame>
  );
}
