import { Progress } from '@backstage/core-components';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import type { System } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { fieldSentences } from '../components/errorSentence';
import { FormDialog } from '../components/FormDialog';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { SystemFields } from './SystemFields';
import { systemInputOf, systemValuesOf } from './systemValues';

interface Edited {
  system: System;
  etag: string;
}

interface EditSystemDialogProps {
  system: System;
  onClose(): void;
  onChanged(system: System): void;
}

/** Edits the facts of a registered system, from its newest state. @internal */
export function EditSystemDialog(props: EditSystemDialogProps) {
  const { name } = props.system;
  const api = useApi(bridgeApiRef);
  const { value, error } = useAsync(() => api.getSystemToEdit(name), [api, name]);
  if (value) {
    return <EditForm {...props} edited={value} />;
  }
  return (
    <EditFrame
      {...props}
      error={error && asBridgeError(error)}
      busy
      onSubmit={props.onClose}
    >
      {!error && <Progress />}
    </EditFrame>
  );
}

function EditForm(props: EditSystemDialogProps & { edited: Edited }) {
  const { edited, ...frame } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const [values, setValues] = useState(() => systemValuesOf(edited.system));
  const form = useEdit(props, () => systemInputOf(values));
  const conflict = form.error?.code === 'changed-meanwhile';
  return (
    <EditFrame
      {...frame}
      {...form}
      onSubmit={form.submit}
      remedy={
        conflict && (
          <Button color="inherit" size="small" onClick={form.showNewest}>
            {t('form.showNewest')}
          </Button>
        )
      }
    >
      {form.newest && (
        <Alert severity="info">{t('form.newestShown')}</Alert>
      )}
      <SystemFields
        values={values}
        errors={fieldSentences(form.error, useLanguage())}
        newest={form.newest && systemValuesOf(form.newest.system)}
        onChange={changes => setValues({ ...values, ...changes })}
      />
    </EditFrame>
  );
}
