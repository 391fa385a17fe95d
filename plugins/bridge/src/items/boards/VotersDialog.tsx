import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useId, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useMe } from '../../api/useMe';
import { useTitles } from '../../api/useTitles';
import { Choice } from '../../components/Choice';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { LongText } from '../../components/LongText';
import { refuseEmpty } from '../../components/refuseEmpty';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { EntityPicker } from '../../pickers/EntityPicker';
import { votersTranslationRef } from '../../translation/voters';
import type { BoardProps } from './BoardProps';

const CHANGES = ['add', 'remove'] as const;

const EMPTY = {
  change: 'add' as (typeof CHANGES)[number],
  voter: '',
  reason: '',
};

/** Asks who is to vote as well, or no more, and why. @internal */
export function VotersDialog(props: BoardProps & { onClose(): void }) {
  const { item, board, onClose, onChanged } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(votersTranslationRef);
  const language = useLanguage();
  const [values, setValues] = useState(EMPTY);
  const set = (changed: Partial<typeof EMPTY>) =>
    setValues(old => ({ ...old, ...changed }));
  const { busy, error, submit } = useSubmit(async () => {
    refuseEmpty(values, 'voter', 'reason');
    const wish = { ...values, reason: values.reason.trim(), board: board.id };
    onChanged(await api.changeVoters(item.key, wish));
    onClose();
  }, asBridgeError);
  const errors = fieldSentences(error, language);
  return (
    <FormDialog
      title={t('open')}
      error={error}
      fields={['voter', 'reason']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={t(values.change)} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('text')}</DialogContentText>
      <Choice
        label={t('change')}
        value={values.change}
        options={CHANGES.map(value => ({ value, label: t(value) }))}
        onChange={change => set({ change, voter: '' })}
      />
      <VoterField
        {...{ board, values }}
        error={errors.get('voter')}
        onChange={voter => set({ voter })}
      />
      <LongText
        label={t('reason')}
        required
        value={values.reason}
        error={errors.get('reason')}
        onChange={reason => set({ reason })}
      />
    </FormDialog>
  );
}

/** Anybody may be added; only somebody who votes can be removed. */
function VoterField(props: {
  board: BoardProps['board'];
  values: typeof EMPTY;
  error?: string;
  onChange(voter: string): void;
}) {
  const { board, values, error, onChange } = props;
  const { t } = useTranslationRef(votersTranslationRef);
  const id = useId();
  const me = useMe()?.ref;
  const out = [...board.recused.map(({ user }) => user), me];
  const voters = board.electorate
    .map(({ user }) => user)
    .filter(user => !out.includes(user));
  const titleOf = useTitles(voters);
  const field = { label: t('voter'), required: true };
  if (values.change === 'add') {
    return (
      <EntityPicker
        {...field}
        id={id}
        kind="user"
        refs={values.voter ? [values.voter] : []}
        error={error !== undefined}
        helperText={error}
        onChange={([voter = '']) => onChange(voter)}
      />
    );
  }
  return (
    <Choice
      {...field}
      value={values.voter}
      options={voters.map(value => ({ value, label: titleOf(value) }))}
      error={error !== undefined}
      helperText={error}
      onChange={onChange}
    />
  );
}
