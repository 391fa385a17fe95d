import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import Alert from '@material-ui/lab/Alert';
import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { Ref, useState } from 'react';
import { fieldSentences } from '../../components/errorSentence';
import { FormDialog } from '../../components/FormDialog';
import { GuardedButton } from '../../components/GuardedButton';
import { StateChip } from '../../components/StateChip';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { termsTranslationRef } from '../../translation/terms';
import { FormData, formDataOf } from '../form/formData';
import type { FormHandle } from '../form/FormHandle';
import { LazyForm } from '../form/LazyForm';
import { withoutData } from '../form/withoutData';
import { LongText } from '../../components/LongText';
import { useAct } from './useAct';

interface ActionDialogProps {
  item: Item;
  /** The action as it was when the dialog opened. */
  action: ItemAction;
  /** The action as the newest state offers it. */
  offered?: ItemAction;
  onClose(): void;
  onChanged(item: Item): void;
  /** The item has changed, and its newest state is not known. */
  onStale(): void;
}

/** The form of an action, with a comment where the workflow takes one. @internal */
export function ActionDialog(props: ActionDialogProps) {
  const { item, action, onClose } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const [form, setForm] = useState<FormHandle | null>(null);
  const [seen] = useState(item.rev);
  const [before] = useState(() => formDataOf(action.form, item.data));
  const [data, setData] = useState(before);
  const [comment, setComment] = useState('');
  const label = action.label[language];
  const say = useDone(label);
  const { busy, error, submit } = useAct({
    item,
    action,
    form,
    input: { data, before, comment },
    onStale: props.onStale,
    onNewest: props.onChanged,
    onDone: done => {
      say(done);
      props.onChanged(done);
      onClose();
    },
  });
  const shown = error && withoutData(error);
  return (
    <FormDialog
      wide
      title={`${label} · ${item.key}`}
      error={shown}
      fields={[...Object.keys(data), ...fieldsOf(action), 'comment']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button disableFocusRipple onClick={onClose}>
            {term('cancel')}
          </Button>
          <SubmitButton
            {...props}
            busy={busy}
            loading={isLoading(action, form)}
          />
        </>
      }
    >
      {item.rev !== seen && <Changed item={item} />}
      <ActionFields
        action={action}
        title={item.title}
        form={setForm}
        data={data}
        comment={comment}
        errors={fieldSentences(shown, language)}
        onData={setData}
        onComment={setComment}
      />
    </FormDialog>
  );
}

/** What draws the form comes over the network when it is first needed. */
function isLoading(action: ItemAction, form: FormHandle | null): boolean {
  return Boolean(action.form) && !form;
}

function fieldsOf({ form }: ItemAction): string[] {
  return Object.keys(form?.schema.properties ?? {});
}

function useDone(label: string) {
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  return ({ key, state }: Item) =>
    alertApi.post({
      message: t('actions.done', {
        action: label,
        key,
        state: state.label[language],
      }),
      severity: 'success',
      display: 'transient',
    });
}

function SubmitButton(
  props: ActionDialogProps & {
    busy: boolean;
    /** Whether its form is not there yet. */
    loading: boolean;
  },
) {
  const { action, offered, busy, loading } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  if (!offered?.allowed) {
    return (
      <GuardedButton
        color="primary"
        variant="contained"
        barred={offered?.why?.[language] ?? t('actions.gone')}
        onClick={() => undefined}
      >
        {action.label[language]}
      </GuardedButton>
    );
  }
  return (
    <Button
      type="submit"
      disableFocusRipple
      color="primary"
      variant="contained"
      disabled={loading}
      aria-disabled={busy || loading}
    >
      {action.label[language]}
    </Button>
  );
}

/** Somebody else was quicker. */
function Changed({ item }: { item: Item }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  return (
    <Alert severity="info">
      {t('actions.changed')} <StateChip state={item.state} />
    </Alert>
  );
}

function ActionFields(props: {
  action: ItemAction;
  title: string;
  form: Ref<FormHandle>;
  data: FormData;
  comment: string;
  errors: ReadonlyMap<string, string>;
  onData(data: FormData): void;
  onComment(comment: string): void;
}) {
  const { action, errors } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const rule = action.comment;
  return (
    <>
      <DialogContentText>{props.title}</DialogContentText>
      {action.form && (
        <LazyForm
          ref={props.form}
          form={action.form}
          data={props.data}
          problems={errors}
          onChange={props.onData}
        />
      )}
      {rule !== 'none' && (
        <LongText
          label={
            rule === 'required' ? t('comment.required') : t('comment.optional')
          }
          required={rule === 'required'}
          value={props.comment}
          error={errors.get('comment')}
          onChange={props.onComment}
        />
      )}
    </>
  );
}
