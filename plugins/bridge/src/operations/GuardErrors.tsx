import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GuardError } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { OperationList, useOperationRows } from '../api/useOperationRows';
import { useWorkflows } from '../api/useWorkflows';
import { formatMoment } from '../components/formatTime';
import { useLanguage } from '../components/useLanguage';
import { workflowsRouteRef } from '../routes';
import { operationsTranslationRef } from '../translation/operations';
import { Line } from './Line';
import { ListPanel } from '../components/ListPanel';
import { SECTIONS } from './Overview';

const keyOf = ({ item, seq }: GuardError) => `${item.key} ${seq}`;

const LIST: OperationList<GuardError> = {
  load: (api, query) => api.listGuardErrors(query),
  keyOf,
};

/** Conditions of workflows that could not be answered. @internal */
export function GuardErrors() {
  const { t } = useTranslationRef(operationsTranslationRef);
  const rows = useOperationRows(LIST);
  return (
    <ListPanel
      id={SECTIONS.guardErrors}
      title={t('guards.title')}
      hint={t('guards.hint')}
      empty={t('guards.empty')}
      rows={rows}
      render={row => <GuardLine key={keyOf(row)} guard={row} />}
    />
  );
}

function GuardLine({ guard }: { guard: GuardError }) {
  const { item, at, version, state, where, message } = guard;
  const { t } = useTranslationRef(operationsTranslationRef);
  const language = useLanguage();
  const path = useRouteRef(workflowsRouteRef)();
  const date = formatMoment(at, language, useClock()?.timeZone);
  const workflow =
    useWorkflows()?.byId.get(item.workflow)?.title[language] ?? item.workflow;
  const place = { version: String(version), date };
  return (
    <Line
      item={item}
      notes={[
        state
          ? t('guards.placeIn', { ...place, state: state[language] })
          : t('guards.place', place),
        message === null ? (
          t('guards.erased')
        ) : (
          <code>
            {where}: {message}
          </code>
        ),
      ]}
    >
      <Link to={path}>{t('guards.workflow', { workflow })}</Link>
    </Line>
  );
}
