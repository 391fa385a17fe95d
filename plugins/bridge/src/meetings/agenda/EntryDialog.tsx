import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { fieldError } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { TextInput } from '../../components/TextInput';
import { useLanguage } from '../../components/useLanguage';
import { EntityPicker } from '../../pickers/EntityPicker';
import { meetingsTranslationRef } from '../../translation/meetings';
import { termsTranslationRef } from '../../translation/terms';
import { useMeetingCommand } from '../useMeetingCommand';
import type { EntryProps } from './EntryProps';

/** How long an entry of an agenda takes, and who presents it. @internal */
export function EntryDialog(props: EntryProps & { onClose(): void }) {
  const { entry, onClose } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const { command, submit, ...form } = useEntryForm(props);
  const errors = fieldSentences(command.error, language);
  const problem = errors.get('presenter');
  return (
    <FormDialog
      title={t('entry.title')}
      error={command.error}
      fields={['minutes', 'presenter']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons
          verb={term('save')}
          busy={command.busy}
          onClose={onClose}
        />
      }
    >
      <DialogContentText>
        {`${entry.item.key} ${entry.item.title}`}
      </DialogContentText>
      <TextInput
        type="number"
        label={t('entry.minutes')}
        required
        value={form.minutes}
        error={errors.get('minutes')}
        onChange={form.setMinutes}
      />
      <EntityPicker
        id={useId()}
        kind="user"
        label={t('entry.presenter')}
        refs={form.presenter ? [form.presenter] : []}
        error={Boolean(problem)}
        helperText={problem}
        onChange={([chosen = '']) => form.setPresenter(chosen)}
      />
    </FormDialog>
  );
}

function useEntryForm(props: EntryProps & { onClose(): void }) {
  const { entry, onClose } = props;
  const [minutes, setMinutes] = useState(String(entry.minutes));
  const [presenter, setPresenter] = useState(entry.presenter ?? '');
  const command = useMeetingCommand(props, onClose);
  const submit = () =>
    command.run(async (api, id) => {
      if (!/^\d+$/.test(minutes)) {
        throw fieldError('minutes', 'not-a-number');
      }
      return api.changeAgenda(id, {
        ...{ do: 'set', item: entry.item.key, rev: entry.rev },
        minutes: Number(minutes),
        presenter: presenter || null,
      });
    });
  return { minutes, setMinutes, presenter, setPresenter, command, submit };
}
