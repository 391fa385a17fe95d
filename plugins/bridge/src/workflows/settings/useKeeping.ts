import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useNavigate } from 'react-router-dom';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { Submission, useSubmit } from '../../components/useSubmit';
import { workflowVersionRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation/workflows';
import type { SettingsFormProps } from './SettingsFormProps';
import type { SettingsEdit } from './usePreview';

/** Keeps what was set as a draft, and leads to it. @internal */
export function useKeeping(
  props: SettingsFormProps & { edit: SettingsEdit; onKept(): void },
): Submission {
  const { loaded, isDraft, title, edit, onKept } = props;
  const { id, version, hash } = loaded;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const pathOf = useRouteRef(workflowVersionRouteRef);
  return useSubmit(async () => {
    const kept = isDraft
      ? await api.editWorkflowVersion(id, { version, hash }, edit)
      : await api.createWorkflowVersion(id, edit);
    onKept();
    const number = String(kept.version);
    const message = t('effect.kept', { workflow: title, version: number });
    alertApi.post({ message, severity: 'success', display: 'transient' });
    navigate(pathOf({ id, version: number }));
  }, asBridgeError);
}
