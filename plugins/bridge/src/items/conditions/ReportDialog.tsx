import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import type {
  ConditionInput,
  Item,
  ItemConditionView,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { itemsTranslationRef } from '../../translation/items';
import { LongText } from '../../components/LongText';

/** Says that a condition is met, or after all is not. @internal */
export function ReportDialog(props: {
  item: Item;
  condition: ItemConditionView;
  onClose(): void;
  onChanged(item: Item): void;
}) {
  const { item, condition, onClose, onChanged } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const [note, setNote] = useState('');
  const report = useCommand((input: ConditionInput, call) =>
    api.reportCondition(item.key, condition.id, input, call),
  );
  const { busy, error, submit } = useSubmit(async () => {
    const said = note.trim();
    const met = !condition.met;
    onChanged(await report({ met, ...(said && { note: said }) }));
    onClose();
  }, asBridgeError);
  const verb = t(condition.met ? 'conditions.undo' : 'conditions.done');
  return (
    <FormDialog
      title={verb}
      error={error}
      fields={['note']}
      onClose={onClose}
      onSubmit={submit}
      actions={<FormButtons verb={verb} busy={busy} onClose={onClose} />}
    >
      <DialogContentText>{condition.text}</DialogContentText>
      <LongText
        label={t('conditions.note')}
        value={note}
        error={fieldSentences(error, language).get('note')}
        hint={t('conditions.noteHint')}
        onChange={setNote}
      />
    </FormDialog>
  );
}
