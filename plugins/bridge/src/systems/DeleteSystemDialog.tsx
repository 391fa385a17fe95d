import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { System } from '@techbridge/plugin-bridge-common';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { systemsTranslationRef } from '../translation/systems';

/** Asks before a registered system leaves the register. @internal */
export function DeleteSystemDialog(props: {
  system: System;
  onClose(): void;
  onDeleted(): void;
}) {
  const { onClose, onDeleted } = props;
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(systemsTranslationRef);
  const system = props.system.title[useLanguage()];
  const removal = useSubmit(async () => {
    await api.deleteSystem(props.system.name);
    alertApi.post({
      message: t('form.deleted', { system }),
      severity: 'success',
      display: 'transient',
    });
    onClose();
    onDeleted();
  }, asBridgeError);
  return (
    <ConfirmDialog
      title={t('form.deleteTitle', { system })}
      text={t('form.deleteText')}
      confirm={t('form.delete')}
      busy={removal.busy}
      error={removal.error}
      onConfirm={removal.submit}
      onClose={onClose}
    />
  );
}
