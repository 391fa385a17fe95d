import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { fieldError, Item } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { LongText } from '../../components/LongText';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { followingTranslationRef } from '../../translation/following';
import { ItemPicker } from '../form/ItemPicker';
import { itemIn } from '../itemIn';
import { MergePreview } from './MergePreview';

interface MergeDialogProps {
  item: Item;
  onChanged(item: Item): void;
  onClose(): void;
}

/** Merges an item into another one, after a look at both. @internal */
export function MergeDialog(props: MergeDialogProps) {
  const { item, onClose } = props;
  const { t } = useTranslationRef(followingTranslationRef);
  const language = useLanguage();
  const id = useId();
  const [into, setInto] = useState<string>();
  const [reason, setReason] = useState('');
  const { busy, error, submit } = useMerge(props, { into, reason });
  const problems = fieldSentences(error, language);
  return (
    <FormDialog
      wide
      title={t('merge.title', { key: item.key })}
      error={error}
      fields={['into', 'reason']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={t('merge.save')} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('merge.text')}</DialogContentText>
      <ItemPicker
        id={id}
        label={t('merge.into')}
        required
        workflow={item.workflow.id}
        except={item.key}
        error={problems.has('into')}
        helperText={problems.get('into') ?? t('merge.intoHint')}
        itemKey={into}
        onChange={setInto}
      />
      {into && <MergePreview item={item} into={into} />}
      <LongText
        label={t('merge.reason')}
        value={reason}
        error={problems.get('reason')}
        onChange={setReason}
      />
    </FormDialog>
  );
}

/** From the state on the screen; when that has passed, the new one is shown. */
function useMerge(
  { item, onChanged, onClose }: MergeDialogProps,
  { into, reason }: { into?: string; reason: string },
) {
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(followingTranslationRef);
  const merge = useCommand(
    (body: { into: string; rev: number; reason?: string }, options) =>
      api.mergeItem(item.key, body, options),
  );
  return useSubmit(async () => {
    if (!into) {
      throw fieldError('into', 'required');
    }
    const said = reason.trim();
    try {
      onChanged(
        await merge({ into, rev: item.rev, ...(said && { reason: said }) }),
      );
    } catch (error) {
      const newest = itemIn(asBridgeError(error).current);
      if (newest) {
        onChanged(newest);
      }
      throw error;
    }
    const message = t('merge.done', { key: item.key, into });
    alertApi.post({ message, severity: 'success', display: 'transient' });
    onClose();
  }, asBridgeError);
}
