import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { fieldError, Item } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useTitles } from '../../api/useTitles';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { EntityPicker } from '../../pickers/EntityPicker';
import { followingTranslationRef } from '../../translation/following';

/** Records that somebody else supports an item. @internal */
export function SupportDialog(props: {
  item: Item;
  onChanged(item: Item): void;
  onClose(): void;
}) {
  const { item, onChanged, onClose } = props;
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(followingTranslationRef);
  const language = useLanguage();
  const id = useId();
  const [refs, setRefs] = useState<string[]>([]);
  const titleOf = useTitles(refs);
  const { busy, error, submit } = useSubmit(async () => {
    const [onBehalfOf] = refs;
    if (!onBehalfOf) {
      throw fieldError('onBehalfOf', 'required');
    }
    onChanged(await api.supportItem(item.key, { onBehalfOf }));
    const message = t('forOther.done', { person: titleOf(onBehalfOf) });
    alertApi.post({ message, severity: 'success', display: 'transient' });
    onClose();
  }, asBridgeError);
  const problem = fieldSentences(error, language).get('onBehalfOf');
  return (
    <FormDialog
      title={t('forOther')}
      error={error}
      fields={['onBehalfOf']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={t('forOther.save')} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('forOther.text')}</DialogContentText>
      <EntityPicker
        kind="User"
        id={id}
        label={t('forOther.person')}
        required
        error={Boolean(problem)}
        helperText={problem}
        refs={refs}
        onChange={setRefs}
      />
    </FormDialog>
  );
}
