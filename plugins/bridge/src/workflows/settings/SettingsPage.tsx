import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  workflowManagePermission,
  WorkflowSettings,
} from '@techbridge/plugin-bridge-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { useLoad } from '../../api/useLoad';
import { useMe } from '../../api/useMe';
import { useWorkflows } from '../../api/useWorkflows';
import { Loaded } from '../../components/Loaded';
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
  const load = useLoad(
    () => api.getWorkflowSettings(id, version),
    [api, id, version],
  );
  const title =
    useWorkflows()?.byId.get(id)?.title[language] ?? t('list.title');
  const params = { version: String(load.value?.version ?? '…') };
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
      <Loaded
        load={load}
        loading={t('settings.loading')}
        failed={t('settings.error')}
      >
        {settings => <Content settings={settings} isDraft={draft !== null} />}
      </Loaded>
    </PageFrame>
  );
}

function Content(props: { settings: WorkflowSettings; isDraft: boolean }) {
  const { settings, isDraft } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const me = useMe();
  const { allowed, loading } = usePermission({
    permission: workflowManagePermission,
  });
  if (!me || loading) {
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
      isDraft={isDraft}
    />
  );
}
