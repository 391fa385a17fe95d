import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import {
  System,
  systemCreatePermission,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { fieldSentences } from '../components/errorSentence';
import { FormDialog } from '../components/FormDialog';
import { GuardedButton } from '../components/GuardedButton';
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
        <>
          <Button onClick={onClose}>{term('cancel')}</Button>
          <SubmitButton busy={busy} />
        </>
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

/** Whoever came here by its address, but may not register, reads why. */
function SubmitButton({ busy }: { busy: boolean }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const { allowed, loading } = usePermission({
    permission: systemCreatePermission,
  });
  return allowed || loading ? (
    <Button type="submit" color="primary" variant="contained" disabled={busy}>
      {t('form.register')}
    </Button>
  ) : (
    <GuardedButton
      color="primary"
      variant="contained"
      barred={term('notAllowed')}
      onClick={() => undefined}
    >
      {t('form.register')}
    </GuardedButton>
  );
}
