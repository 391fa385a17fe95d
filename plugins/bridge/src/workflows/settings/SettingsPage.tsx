import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  workflowManagePermission,
  WorkflowSettings,
} from '@techbridge/plugin-bridge-common';
import { useParams, useSearchParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { useMe } from '../../api/useMe';
import { useWorkflows } from '../../api/useWorkflows';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Notice } from '../../components/Notice';
import { PageFrame } from '../../components/PageFrame';
import { RowSkeleton } from '../../components/RowSkeleton';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { SettingsForm } from './SettingsForm';

/** What can be set of a workflow, or of the draft that the address names. @internal */
export function SettingsPage() {
  const { id = '' } = useParams();
  const draft = useSearchParams()[0].get('version');
  const version = draft === null ? undefined : Number(draft);
  const { t } = useTranslationRef(workflowsTranslationRef);
  const api = useApi(bridgeApiRef);
  const language = useLanguage();
  const clock = useClock();
  const { value, error, retry } = useAsyncRetry(
    () => api.getWorkflowSettings(id, version),
    [api, id, version],
  );
  const title =
    useWorkflows()?.byId.get(id)?.title[language] ?? t('list.title');
  const params = { version: String(value?.version ?? '…') };
  return (
    <PageFrame
      title={t('settings.title', { workflow: title })}
      subtitle={
        version === undefined
          ? t('settings.subtitle', params)
          : t('settings.subtitleDraft', params)
      }
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      {error ? (
        <ErrorNotice
          title={t('settings.error')}
          error={asBridgeError(error)}
          onRetry={retry}
        />
      ) : (
        <Content settings={value} title={title} isDraft={draft !== null} />
      )}
    </PageFrame>
  );
}

function Content(props: {
  settings?: WorkflowSettings;
  title: string;
  isDraft: boolean;
}) {
  const { settings, ...others } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const me = useMe();
  const { allowed, loading } = usePermission({
    permission: workflowManagePermission,
  });
  if (!settings || !me || loading) {
    return <RowSkeleton label={t('settings.loading')} />;
  }
  if (!settings.mayEdit) {
    return (
      <Notice
        alarming
        title={t('settings.barred')}
        hint={allowed ? t('step.files') : t('list.barred')}
      />
    );
  }
  return (
    <SettingsForm
      key={settings.hash}
      user={me.ref}
      loaded={settings}
      {...others}
    />
  );
}
