import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import type { Item } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useTitles } from '../api/useTitles';
import { Choice } from '../components/Choice';
import { fieldSentences } from '../components/errorSentence';
import { FormButtons } from '../components/FormButtons';
import { FormDialog } from '../components/FormDialog';
import { LongText } from '../components/LongText';
import { refuseEmpty } from '../components/refuseEmpty';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { EntityPicker } from '../pickers/EntityPicker';
import { stuckTranslationRef } from '../translation/stuck';

const FIELDS = ['from', 'to', 'reason'] as const;

type Wish = Record<(typeof FIELDS)[number], string>;

/** Asks who takes over from somebody who has left, and why. @internal */
export function HandOverDialog(props: {
  item: Item;
  onChanged(item: Item): void;
  onClose(): void;
}) {
  const { item, onChanged, onClose } = props;
  const { t } = useTranslationRef(stuckTranslationRef);
  const language = useLanguage();
  const id = useId();
  const titleOf = useTitles(item.assignees);
  const { wish, set, busy, error, submit } = useWish(item, done => {
    onChanged(done);
    onClose();
  });
  const errors = fieldSentences(error, language);
  return (
    <FormDialog
      title={t('handOver')}
      error={error}
      fields={FIELDS}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={t('handOver')} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('handOverText')}</DialogContentText>
      <Choice
        label={t('from')}
        value={wish.from}
        options={item.assignees.map(value => ({
          value,
          label: titleOf(value),
        }))}
        error={errors.has('from')}
        helperText={errors.get('from')}
        onChange={from => set({ from })}
      />
      <EntityPicker
        id={id}
        kind="user"
        label={t('to')}
        required
        refs={wish.to ? [wish.to] : []}
        error={errors.has('to')}
        helperText={errors.get('to')}
        onChange={([to = '']) => set({ to })}
      />
      <LongText
        label={t('reason')}
        required
        value={wish.reason}
        error={errors.get('reason')}
        onChange={reason => set({ reason })}
      />
    </FormDialog>
  );
}

/** What is filled in, and what sends it. */
function useWish(item: Item, onDone: (item: Item) => void) {
  const api = useApi(bridgeApiRef);
  const [first = ''] = item.assignees;
  const [wish, setWish] = useState<Wish>({ from: first, to: '', reason: '' });
  const sent = useSubmit(async () => {
    refuseEmpty(wish, ...FIELDS);
    onDone(await api.handOver(item.key, wish));
  }, asBridgeError);
  const set = (changed: Partial<Wish>) =>
    setWish(old => ({ ...old, ...changed }));
  return { wish, set, ...sent };
}
