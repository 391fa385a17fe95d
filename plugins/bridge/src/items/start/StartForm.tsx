import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  BridgeError,
  itemCreatePermission,
  ItemForm,
  nameOfRef,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { errorSentence, fieldSentences } from '../../components/errorSentence';
import { GuardedButton } from '../../components/GuardedButton';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { itemRouteRef } from '../../routes';
import { newItemTranslationRef } from '../../translation/newItem';
import { termsTranslationRef } from '../../translation/terms';
import { FormData, formDataOf, sentData } from '../form/formData';
import type { FormHandle } from '../form/FormHandle';
import { LazyForm } from '../form/LazyForm';
import { SimilarItems } from '../similar/SimilarItems';
import { withoutData } from '../form/withoutData';
import { PrivateChoice } from './PrivateChoice';
import { WhoIsAsked } from './WhoIsAsked';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2.5),
    maxWidth: 640,
    boxSizing: 'border-box',
    padding: theme.spacing(3),
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

/** What is asked when an item is made, and who will be asked first. @internal */
export function StartForm(props: {
  workflow: Workflow;
  form: ItemForm;
  /** The reference of the system that the form starts with. */
  system?: string;
}) {
  const { workflow, form, system } = props;
  const language = useLanguage();
  const [handle, setHandle] = useState<FormHandle | null>(null);
  const [data, setData] = useState(() =>
    formDataOf(form, system ? { system } : {}),
  );
  const [isPrivate, setPrivate] = useState(false);
  const { busy, error, submit } = useStart(workflow, handle, {
    ...{ data, isPrivate },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const shown = error && withoutData(error);
  const about = data.system;
  return (
    <form className={useStyles().root} noValidate onSubmit={send}>
      {shown && <Refusal error={shown} form={form} />}
      <LazyForm
        ref={setHandle}
        form={form}
        data={data}
        problems={fieldSentences(shown, language)}
        onChange={setData}
      />
      {typeof about === 'string' && about && (
        <WhoIsAsked system={nameOfRef(about)} />
      )}
      {typeof data.title === 'string' && (
        <SimilarItems
          workflow={workflow}
          to={{
            title: data.title,
            system: typeof about === 'string' && about ? about : undefined,
          }}
        />
      )}
      <PrivateChoice
        visibility={workflow.visibility}
        checked={isPrivate}
        onChange={setPrivate}
      />
      <StartButtons busy={busy || !handle} onStart={submit} />
    </form>
  );
}

function Refusal({ error, form }: { error: BridgeError; form: ItemForm }) {
  const language = useLanguage();
  const placed = Object.keys(form.schema.properties ?? {});
  const others = [...fieldSentences(error, language)].filter(
    ([path]) => !placed.includes(path.split('.')[0]),
  );
  return (
    <Alert severity="error" role="alert">
      {errorSentence(error, language)}
      {others.map(([path, sentence]) => (
        <div key={path}>{`${path}: ${sentence}`}</div>
      ))}
    </Alert>
  );
}

function StartButtons(props: { busy: boolean; onStart(): void }) {
  const { t } = useTranslationRef(newItemTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const navigate = useNavigate();
  const { allowed, loading } = usePermission({
    permission: itemCreatePermission,
  });
  return (
    <div className={useStyles().actions}>
      {allowed || loading ? (
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={props.busy}
        >
          {t('submit')}
        </Button>
      ) : (
        <GuardedButton
          color="primary"
          variant="contained"
          barred={term('notAllowed')}
          onClick={props.onStart}
        >
          {t('submit')}
        </GuardedButton>
      )}
      <Button onClick={() => navigate(-1)}>{term('cancel')}</Button>
    </div>
  );
}

/** Makes the item and goes to its page. */
function useStart(
  workflow: Workflow,
  handle: FormHandle | null,
  { data, isPrivate }: { data: FormData; isPrivate: boolean },
) {
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(newItemTranslationRef);
  const navigate = useNavigate();
  const itemPath = useRouteRef(itemRouteRef);
  const create = useCommand(
    (input: { data: FormData; private?: boolean }, call) =>
      api.createItem({ workflow: workflow.id, ...input }, call),
  );
  return useSubmit(async () => {
    if (!handle?.validate()) {
      return;
    }
    const { key } = await create({
      data: sentData(data),
      ...(isPrivate && { private: true }),
    });
    alertApi.post({
      message: t('done', { key }),
      severity: 'success',
      display: 'transient',
    });
    navigate(itemPath({ key }), { replace: true });
  }, asBridgeError);
}
