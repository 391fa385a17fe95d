import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { PendingTimer } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { OperationList, useOperationRows } from '../api/useOperationRows';
import { formatMoment } from '../components/formatTime';
import { ToneChip } from '../components/ToneChip';
import { useLanguage } from '../components/useLanguage';
import { useTimerMeaning } from '../components/useTimerMeaning';
import { operationsTranslationRef } from '../translation/operations';
import { Line } from './Line';
import { ListPanel } from '../components/ListPanel';
import { SECTIONS } from './Overview';

const LIST: OperationList<PendingTimer> = {
  load: (api, query) => api.listPendingTimers(query),
  keyOf: ({ id }) => String(id),
};

/** What happens by itself, and when. @internal */
export function Timers() {
  const { t } = useTranslationRef(operationsTranslationRef);
  const rows = useOperationRows(LIST);
  return (
    <ListPanel
      id={SECTIONS.overdue}
      title={t('timers.title')}
      empty={t('timers.empty')}
      rows={rows}
      render={row => <TimerLine key={row.id} timer={row} />}
    />
  );
}

function TimerLine({ timer }: { timer: PendingTimer }) {
  const { item, state, fireAt, overdue } = timer;
  const { t } = useTranslationRef(operationsTranslationRef);
  const language = useLanguage();
  const date = formatMoment(fireAt, language, useClock()?.timeZone);
  return (
    <Line
      what={useTimerMeaning()(timer)}
      item={item}
      notes={[t('timers.at', { date, state: state[language] })]}
    >
      {overdue && <ToneChip label={t('timers.overdue')} tone="wait" />}
    </Line>
  );
}
