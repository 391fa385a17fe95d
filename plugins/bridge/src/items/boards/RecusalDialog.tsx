import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { fieldError } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { recusalTranslationRef } from '../../translation/recusal';
import { LongText } from '../../components/LongText';
import type { BoardProps } from './BoardProps';

/** Asks why a member steps aside, or is recused by the chair. @internal */
export function RecusalDialog(
  props: BoardProps & {
    /** The member whom the chair recuses, and how they are called. */
    member?: { user: string; name: string };
    onClose(): void;
  },
) {
  const { item, board, member, onClose, onChanged } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(recusalTranslationRef);
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    if (!reason.trim()) {
      throw fieldError('reason', 'required');
    }
    const input = {
      ...{ board: board.id, reason: reason.trim() },
      ...(member && { voter: member.user }),
    };
    onChanged(await api.declareRecusal(item.key, input));
    onClose();
  }, asBridgeError);
  return (
    <FormDialog
      title={member ? t('of', { person: member.name }) : t('open')}
      error={error}
      fields={['reason']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons
          verb={member ? t('impose') : t('declare')}
          busy={busy}
          onClose={onClose}
        />
      }
    >
      <DialogContentText>
        {member ? t('imposeText') : t('text')}
      </DialogContentText>
      <LongText
        label={t('reason')}
        required
        value={reason}
        error={fieldSentences(error, language).get('reason')}
        onChange={setReason}
      />
    </FormDialog>
  );
}
