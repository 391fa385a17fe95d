import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import type { Attachment, Item } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSubmit } from '../../components/useSubmit';
import { filesTranslationRef } from '../../translation/files';

interface RemoveFileProps {
  item: Item;
  attachment: Attachment;
  onChanged(item: Item): void;
}

/** Removes a file, once it was asked whether it is meant. @internal */
export function RemoveFile(props: RemoveFileProps) {
  const { t } = useTranslationRef(filesTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        disableFocusRipple
        aria-label={t('remove', { name: props.attachment.name })}
        onClick={() => setOpen(true)}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
      {open && <Question {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Question(props: RemoveFileProps & { onClose(): void }) {
  const { item, attachment, onChanged, onClose } = props;
  const { name, id } = attachment;
  const { t } = useTranslationRef(filesTranslationRef);
  const api = useApi(bridgeApiRef);
  const remove = useCommand((file: number, call) =>
    api.removeAttachment(item.key, file, call),
  );
  const { busy, error, submit } = useSubmit(async () => {
    const changed = await remove(id);
    onClose();
    onChanged(changed);
  }, asBridgeError);
  return (
    <ConfirmDialog
      title={t('remove.title', { name })}
      text={t('remove.text')}
      confirm={t('remove.confirm')}
      {...{ busy, error, onClose }}
      onConfirm={submit}
    />
  );
}
