import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { Delegation, fieldError } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useTitles } from '../api/useTitles';
import { fieldSentences } from '../components/errorSentence';
import { FieldGrid } from '../components/FieldGrid';
import { formatDate } from '../components/formatDate';
import { FormButtons } from '../components/FormButtons';
import { FormDialog } from '../components/FormDialog';
import { TextInput } from '../components/TextInput';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { EntityPicker } from '../pickers/EntityPicker';
import { absenceTranslationRef } from '../translation/absence';

const FIELDS = ['delegate', 'from', 'until', 'item', 'note'] as const;

type Values = Record<(typeof FIELDS)[number], string>;

interface AbsenceDialogProps {
  /** Who is away. */
  person: string;
  today: string;
  onClose(): void;
  onAdded(absence: Delegation): void;
}

/** Enters an absence and who votes meanwhile. @internal */
export function AbsenceDialog(props: AbsenceDialogProps) {
  const { t } = useTranslationRef(absenceTranslationRef);
  const language = useLanguage();
  const form = useAbsenceForm(props);
  const errors = fieldSentences(form.error, language);
  const input = (field: keyof Values, type?: 'date') => ({
    ...{ type, value: form.values[field], error: errors.get(field) },
    onChange: (value: string) => form.change({ [field]: value }),
  });
  return (
    <FormDialog
      wide
      title={t('enter')}
      error={form.error}
      fields={FIELDS}
      onClose={props.onClose}
      onSubmit={form.submit}
      actions={
        <FormButtons
          verb={t('enter')}
          busy={form.busy}
          onClose={props.onClose}
        />
      }
    >
      <DialogContentText>{t('form.text')}</DialogContentText>
      <DelegatePicker
        delegate={form.values.delegate}
        error={errors.get('delegate')}
        onChange={delegate => form.change({ delegate })}
      />
      <FieldGrid>
        <TextInput label={t('form.from')} required {...input('from', 'date')} />
        <TextInput
          label={t('form.until')}
          required
          {...input('until', 'date')}
        />
        <TextInput
          label={t('form.item')}
          hint={t('form.itemHint')}
          {...input('item')}
        />
        <TextInput label={t('form.note')} {...input('note')} />
      </FieldGrid>
    </FormDialog>
  );
}

function DelegatePicker(props: {
  delegate: string;
  error?: string;
  onChange(delegate: string): void;
}) {
  const { delegate, error, onChange } = props;
  const { t } = useTranslationRef(absenceTranslationRef);
  return (
    <EntityPicker
      id={useId()}
      kind="user"
      label={t('form.delegate')}
      required
      refs={delegate ? [delegate] : []}
      error={Boolean(error)}
      helperText={error ?? t('form.delegateHint')}
      onChange={([person = '']) => onChange(person)}
    />
  );
}

function useAbsenceForm({
  person,
  today,
  onClose,
  onAdded,
}: AbsenceDialogProps) {
  const api = useApi(bridgeApiRef);
  const [values, setValues] = useState<Values>({
    ...{ delegate: '', from: today, until: '', item: '', note: '' },
  });
  const say = useSaid(values.delegate);
  const submission = useSubmit(async () => {
    const missing = (['delegate', 'from', 'until'] as const).find(
      field => !values[field],
    );
    if (missing) {
      throw fieldError(missing, 'required');
    }
    const { item, note, ...terms } = values;
    const optional = Object.entries({ item: item.trim(), note: note.trim() });
    const filled = optional.filter(([, value]) => value);
    const more = Object.fromEntries(filled);
    const added = await api.addDelegation({ person, ...terms, ...more });
    say(added);
    onAdded(added);
    onClose();
  }, asBridgeError);
  const change = (changes: Partial<Values>) =>
    setValues(previous => ({ ...previous, ...changes }));
  return { ...submission, values, change };
}

function useSaid(delegate: string) {
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(absenceTranslationRef);
  const language = useLanguage();
  const titleOf = useTitles(delegate ? [delegate] : []);
  return ({ from, until }: Delegation) =>
    alertApi.post({
      message: t('form.saved', {
        person: titleOf(delegate),
        from: formatDate(from, language),
        until: formatDate(until, language),
      }),
      severity: 'success',
      display: 'transient',
    });
}
