import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import type { Item } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSubmit } from '../../components/useSubmit';
import { followingTranslationRef } from '../../translation/following';

interface PrivacyProps {
  item: Item;
  onChanged(item: Item): void;
}

/** Opens a private item up to everybody, or makes an item private. @internal */
export function PrivacyButton(props: PrivacyProps) {
  const { item } = props;
  const { t } = useTranslationRef(followingTranslationRef);
  const [open, setOpen] = useState(false);
  return item.mayChangePrivacy ? (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(item.private ? 'privacy.open' : 'privacy.close')}
      </Button>
      {open && <PrivacyDialog {...props} onClose={() => setOpen(false)} />}
    </>
  ) : null;
}

function PrivacyDialog(props: PrivacyProps & { onClose(): void }) {
  const { item, onChanged, onClose } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(followingTranslationRef);
  const change = useCommand(
    (body: { private: boolean; rev: number }, options) =>
      api.setItemPrivacy(item.key, body, options),
  );
  const { busy, error, submit } = useSubmit(async () => {
    onChanged(await change({ private: !item.private, rev: item.rev }));
    onClose();
  }, asBridgeError);
  const way = item.private ? 'open' : 'close';
  return (
    <ConfirmDialog
      title={t(`privacy.${way}Title`, { key: item.key })}
      text={t(`privacy.${way}Text`)}
      confirm={t(`privacy.${way}`)}
      busy={busy}
      error={error}
      onConfirm={submit}
      onClose={onClose}
    />
  );
}
