import { LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Workflow } from '@techbridge/plugin-bridge-common';
import { useParams, useSearchParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { FEEDBACK, PROPOSAL } from '../../api/workflowIds';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Notice } from '../../components/Notice';
import { PageFrame } from '../../components/PageFrame';
import { refOfSystem } from '../../components/refOfSystem';
import { RowSkeleton } from '../../components/RowSkeleton';
import { useLanguage } from '../../components/useLanguage';
import { itemsRouteRef } from '../../routes';
import { itemsTranslationRef } from '../../translation/items';
import { newItemTranslationRef } from '../../translation/newItem';
import { termsTranslationRef } from '../../translation/terms';
import { StartForm } from './StartForm';

/** The form that makes an item of a workflow. @internal */
export function NewItemPage() {
  const { workflow: id = '' } = useParams();
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(newItemTranslationRef);
  const clock = useClock();
  // Always the newest version: that is the one the item will run on.
  const { value, error, retry } = useAsyncRetry(
    () => api.getWorkflow(id),
    [api, id],
  );
  const title = useTitle(id, value);
  const hint = hintOf(id);
  return (
    <PageFrame
      title={title}
      subtitle={hint && t(hint)}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      {error && (
        <ErrorNotice
          title={t('failed')}
          error={asBridgeError(error)}
          onRetry={retry}
        />
      )}
      {!error && !value && <RowSkeleton label={t('loading')} />}
      {value && <Start workflow={value} />}
    </PageFrame>
  );
}

function hintOf(id: string) {
  return ([FEEDBACK, PROPOSAL] as const).find(known => known === id);
}

/** The words of the button that led here, where there is one. */
function useTitle(id: string, workflow: Workflow | undefined): string {
  const { t } = useTranslationRef(newItemTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  switch (hintOf(id)) {
    case FEEDBACK:
      return term('item.reportProblem');
    case PROPOSAL:
      return term('item.suggest');
    default:
      return workflow
        ? t('title', { kind: workflow.title[language] })
        : t('choose');
  }
}

function Start({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslationRef(newItemTranslationRef);
  const { t: item } = useTranslationRef(itemsTranslationRef);
  const itemsPath = useRouteRef(itemsRouteRef)();
  const [search] = useSearchParams();
  const { form } = workflow.start;
  if (!form) {
    return (
      <Notice title={t('notByHand')} hint={t('notByHandHint')}>
        <LinkButton to={itemsPath} variant="outlined">
          {item('error.allItems')}
        </LinkButton>
      </Notice>
    );
  }
  const system = search.get('system');
  return (
    <StartForm
      key={`${workflow.id} ${workflow.version} ${system}`}
      workflow={workflow}
      form={form}
      system={system ? refOfSystem(system) : undefined}
    />
  );
}
