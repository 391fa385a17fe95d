import { Progress } from '@backstage/core-components';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import type {
  BridgeError,
  System,
  UpdateSystem,
} from '@techbridge/plugin-bridge-common';
import { ReactNode, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { fieldSentences } from '../components/errorSentence';
import { FormButtons } from '../components/FormButtons';
import { FormDialog } from '../components/FormDialog';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { SYSTEM_FIELDS, SystemFields } from './SystemFields';
import { checkRequired, systemInputOf, systemValuesOf } from './systemValues';

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
  const { value, error } = useAsync(
    () => api.getSystemToEdit(name),
    [api, name],
  );
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
  const form = useEdit(props, () => {
    checkRequired(values);
    return systemInputOf(values);
  });
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
      {form.newest && <Alert severity="info">{t('form.newestShown')}</Alert>}
      <SystemFields
        values={values}
        errors={fieldSentences(form.error, useLanguage())}
        newest={form.newest && systemValuesOf(form.newest.system)}
        onChange={changes => setValues({ ...values, ...changes })}
      />
    </EditFrame>
  );
}

/** Saves, and after a conflict starts from the newest state. */
function useEdit(
  props: EditSystemDialogProps & { edited: Edited },
  input: () => UpdateSystem,
) {
  const { name } = props.system;
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(systemsTranslationRef);
  const language = useLanguage();
  const [newest, setNewest] = useState<Edited>();
  const saving = useSubmit(async () => {
    const { etag } = newest ?? props.edited;
    const system = await api.updateSystem(name, input(), { ifMatch: etag });
    alertApi.post({
      message: t('form.saved', { system: system.title[language] }),
      severity: 'success',
      display: 'transient',
    });
    props.onChanged(system);
    props.onClose();
  }, asBridgeError);
  const reading = useSubmit(async () => {
    setNewest(await api.getSystemToEdit(name));
  }, asBridgeError);
  return {
    ...saving,
    error: reading.error ?? saving.error,
    newest,
    showNewest: reading.submit,
  };
}

function EditFrame(
  props: EditSystemDialogProps & {
    error?: BridgeError;
    remedy?: ReactNode;
    busy: boolean;
    onSubmit(): void;
    children: ReactNode;
  },
) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  return (
    <FormDialog
      wide
      title={t('form.editTitle', { system: props.system.title[language] })}
      error={props.error}
      fields={SYSTEM_FIELDS}
      remedy={props.remedy}
      onClose={props.onClose}
      onSubmit={props.onSubmit}
      actions={
        <FormButtons
          verb={term('save')}
          busy={props.busy}
          onClose={props.onClose}
        />
      }
    >
      {props.children}
    </FormDialog>
  );
}
