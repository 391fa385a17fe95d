import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import {
  EFFECT_STATES,
  Operations,
  PendingEffect,
} from '@techbridge/plugin-bridge-common';
import { useMemo, useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useClock } from '../api/useClock';
import { OperationList, useOperationRows } from '../api/useOperationRows';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { CardError } from '../components/CardError';
import { formatMoment } from '../components/formatTime';
import { ToggleChip } from '../components/ToggleChip';
import { useEffectName } from '../components/useEffectName';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { operationsTranslationRef } from '../translation/operations';
import { Line } from './Line';
import { ListPanel } from '../components/ListPanel';
import { SECTIONS } from './Overview';

type State = PendingEffect['state'];

function listOf(state: State): OperationList<PendingEffect> {
  return {
    load: (api, query) => api.listPendingEffects({ ...query, state }),
    keyOf: ({ id }) => String(id),
  };
}

/** What follows decisions and is not done, with the way out. @internal */
export function Effects(props: {
  counts: Operations['effects'];
  onChange(): void;
}) {
  const { counts } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const [state, setState] = useState<State>('dead');
  const list = useMemo(() => listOf(state), [state]);
  const rows = useOperationRows(list);
  const { waiting, failing } = counts;
  const shown = { ...counts, waiting: waiting - failing };
  const changed = () => {
    rows.reload();
    props.onChange();
  };
  const filters = EFFECT_STATES.map(one => (
    <ToggleChip
      key={one}
      label={t(`effects.${one}`, { number: String(shown[one]) })}
      pressed={one === state}
      onClick={() => setState(one)}
    />
  )).reverse();
  return (
    <ListPanel
      id={SECTIONS.dead}
      title={t('effects.title')}
      hint={t('effects.hint')}
      filters={filters}
      empty={t(`effects.none.${state}`)}
      rows={rows}
      render={row => (
        <EffectLine key={row.id} effect={row} onChange={changed} />
      )}
    />
  );
}

function EffectLine(props: { effect: PendingEffect; onChange(): void }) {
  const { effect, onChange } = props;
  const { item, state, attempts, nextAt, error } = effect;
  const { t } = useTranslationRef(operationsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const notes = [
    ...(attempts > 0 ? [t('effects.attempts', { count: attempts })] : []),
    ...(nextAt
      ? [t('effects.next', { date: formatMoment(nextAt, language, timeZone) })]
      : []),
    ...(error ? [<code key="error">{error}</code>] : []),
  ];
  const name = useEffectName()(effect.use);
  return (
    <Line what={name} item={item} notes={notes}>
      {state !== 'waiting' && (
        <Settle effect={effect} name={name} onChange={onChange} />
      )}
    </Line>
  );
}

function Settle(props: {
  effect: PendingEffect;
  name: string;
  onChange(): void;
}) {
  const { effect, name, onChange } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const api = useApi(bridgeApiRef);
  const [asking, setAsking] = useState(false);
  const of = { effect: name, item: effect.item.key };
  const settle = (how: 'retry' | 'discard') => async () => {
    await api.settleEffect(how, effect.id);
    setAsking(false);
    onChange();
  };
  const retry = useSubmit(settle('retry'), asBridgeError);
  const discard = useSubmit(settle('discard'), asBridgeError);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        aria-label={t('effects.retryOf', of)}
        disabled={retry.busy}
        onClick={retry.submit}
      >
        {t('effects.retry')}
      </Button>
      <Button
        size="small"
        aria-label={t('effects.discardOf', of)}
        onClick={() => setAsking(true)}
      >
        {t('effects.discard')}
      </Button>
      {retry.error && <CardError error={retry.error} />}
      {asking && (
        <ConfirmDialog
          title={t('effects.discard')}
          text={t('effects.discardText', of)}
          confirm={t('effects.discard')}
          busy={discard.busy}
          error={discard.error}
          onConfirm={discard.submit}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
