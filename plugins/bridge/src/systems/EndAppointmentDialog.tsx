import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SuperUser, System } from '@techbridge/plugin-bridge-common';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { useLanguage } from '../components/useLanguage';
import { useNameOf } from '../components/useNameOf';
import { useSubmit } from '../components/useSubmit';
import { systemsTranslationRef } from '../translation/systems';

/** Asks before an appointment ends. @internal */
export function EndAppointmentDialog(props: {
  system: System;
  appointment: SuperUser;
  onClose(): void;
  onChanged(system: System): void;
}) {
  const { system, appointment, onClose, onChanged } = props;
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(systemsTranslationRef);
  const language = useLanguage();
  const person = useNameOf()(appointment);
  const end = useSubmit(async () => {
    onChanged(await api.endAppointment(system.name, appointment.user));
    alertApi.post({
      message: t('appoint.ended', { person }),
      severity: 'success',
      display: 'transient',
    });
    onClose();
  }, asBridgeError);
  return (
    <ConfirmDialog
      title={t('appoint.endTitle', { person })}
      text={t('appoint.endText', { person, system: system.title[language] })}
      confirm={t('appoint.end')}
      busy={end.busy}
      error={end.error}
      onConfirm={end.submit}
      onClose={onClose}
    />
  );
}
