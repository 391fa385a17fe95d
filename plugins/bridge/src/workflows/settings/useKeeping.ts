import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WorkflowVersionDetail } from '@techbridge/plugin-bridge-common';
import { useNavigate } from 'react-router-dom';
import { asBridgeError } from '../../api/asBridgeError';
import { useLanguage } from '../../components/useLanguage';
import { Submission, useSubmit } from '../../components/useSubmit';
import { workflowVersionRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation/workflows';

/**
 * Keeps an edit as a draft, and leads to it.
 *
 * @param id - of the workflow
 * @internal
 */
export function useKeeping(props: {
  id: string;
  keep(): Promise<WorkflowVersionDetail>;
  onKept(): void;
}): Submission {
  const { id, keep, onKept } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const pathOf = useRouteRef(workflowVersionRouteRef);
  return useSubmit(async () => {
    const { title, version } = await keep();
    onKept();
    const number = String(version);
    const workflow = title[language];
    const message = t('effect.kept', { workflow, version: number });
    alertApi.post({ message, severity: 'success', display: 'transient' });
    navigate(pathOf({ id, version: number }));
  }, asBridgeError);
}
