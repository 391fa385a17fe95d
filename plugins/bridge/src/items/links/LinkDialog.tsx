import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { fieldError, Item } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { itemsTranslationRef } from '../../translation/items';
import { ItemPicker } from '../form/ItemPicker';

/** Links an item with a related one; other links are made by actions. @internal */
export function LinkDialog(props: {
  item: Item;
  onChanged(item: Item): void;
  onClose(): void;
}) {
  const { item, onChanged, onClose } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const id = useId();
  const [other, setOther] = useState<string>();
  const { busy, error, submit } = useSubmit(async () => {
    if (!other) {
      throw fieldError('key', 'required');
    }
    onChanged(await api.linkItem(item.key, 'relatesTo', other));
    onClose();
  }, asBridgeError);
  const problem = fieldSentences(error, language).get('key');
  return (
    <FormDialog
      title={t('links.add')}
      error={error}
      fields={['key']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={t('links.save')} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('links.text')}</DialogContentText>
      <ItemPicker
        id={id}
        label={t('links.other')}
        required
        error={Boolean(problem)}
        helperText={problem ?? t('links.otherHint')}
        except={item.key}
        itemKey={other}
        onChange={setOther}
      />
    </FormDialog>
  );
}
