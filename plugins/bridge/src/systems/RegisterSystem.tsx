import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  System,
  systemCreatePermission,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { fieldSentences } from '../components/errorSentence';
import { FormButtons } from '../components/FormButtons';
import { FormDialog } from '../components/FormDialog';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { OwnersDialog } from './OwnersDialog';
import { SYSTEM_FIELDS, SystemFields } from './SystemFields';
import { checkRequired, NEW_SYSTEM, systemInputOf } from './systemValues';

/** Registers a system, then leads on to who answers for it. @internal */
export function RegisterSystem(props: { onClose(): void; onChanged(): void }) {
  const { onClose, onChanged } = props;
  const [registered, setRegistered] = useState<System>();
  const change = (system: System | undefined) => {
    setRegistered(system);
    onChanged();
  };
  return registered ? (
    <OwnersDialog system={registered} onClose={onClose} onChanged={change} />
  ) : (
    <RegisterDialog onClose={onClose} onRegistered={change} />
  );
}

function RegisterDialog(props: {
  onClose(): void;
  onRegistered(system: System): void;
}) {
  const { onClose, onRegistered } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const [values, setValues] = useState(NEW_SYSTEM);
  // Whoever came here by its address, but may not register, reads why.
  const { allowed, loading } = usePermission({
    permission: systemCreatePermission,
  });
  const { busy, error, submit } = useSubmit(async () => {
    checkRequired(values);
    const input = { name: values.name.trim(), ...systemInputOf(values) };
    onRegistered(await api.createSystem(input));
  }, asBridgeError);
  return (
    <FormDialog
      wide
      title={t('form.registerTitle')}
      error={error}
      fields={SYSTEM_FIELDS}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons
          verb={t('form.register')}
          busy={busy}
          barred={allowed || loading ? undefined : term('notAllowed')}
          onClose={onClose}
        />
      }
    >
      <SystemFields
        isNew
        values={values}
        errors={fieldSentences(error, useLanguage())}
        onChange={changes => setValues({ ...values, ...changes })}
      />
    </FormDialog>
  );
}
