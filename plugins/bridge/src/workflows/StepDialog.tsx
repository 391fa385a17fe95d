import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type {
  VersionStep,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { fieldSentences } from '../components/errorSentence';
import { FormButtons } from '../components/FormButtons';
import { FormDialog } from '../components/FormDialog';
import { TextInput } from '../components/TextInput';
import { useLanguage } from '../components/useLanguage';
import { Submission, useSubmit } from '../components/useSubmit';
import { workflowsTranslationRef } from '../translation/workflows';
import { EntityPicker } from '../pickers/EntityPicker';

const FIELDS = ['ask'];

/** Of which version steps can be taken. @internal */
export interface StepsProps {
  workflow: { id: string; title: string };
  found: WorkflowVersionDetail;
  onTaken(): void;
}

interface DialogProps extends StepsProps {
  step: VersionStep;
  onClose(): void;
}

/** Asks for a word about a step, and takes it. @internal */
export function StepDialog(props: DialogProps) {
  const { step, onTaken, onClose } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const [comment, setComment] = useState('');
  const [ask, setAsk] = useState<string>();
  const askId = useId();
  const words = { ...(comment.trim() && { comment }), ...(ask && { ask }) };
  const { busy, error, submit } = useTaking(props, words);
  const problem = fieldSentences(error, language).get('ask');
  const verb = t(`step.${step}`);
  const close = () => {
    onClose();
    // What was refused may have changed meanwhile.
    if (error) {
      onTaken();
    }
  };
  return (
    <FormDialog
      title={verb}
      error={error}
      fields={FIELDS}
      onClose={close}
      onSubmit={submit}
      actions={<FormButtons verb={verb} busy={busy} onClose={close} />}
    >
      <Typography variant="body2">{t(`step.${step}Hint`)}</Typography>
      {step === 'submit' && (
        <EntityPicker
          id={askId}
          kind="user"
          label={t('step.ask')}
          refs={ask ? [ask] : []}
          error={Boolean(problem)}
          helperText={problem ?? t('step.askHint')}
          onChange={([person]) => setAsk(person)}
        />
      )}
      <TextInput
        label={t('step.comment')}
        value={comment}
        onChange={setComment}
      />
    </FormDialog>
  );
}

/** Takes the step with the version as it was read, and says so. */
function useTaking(
  props: DialogProps,
  words: { comment?: string; ask?: string },
): Submission {
  const { workflow, found, step, onTaken, onClose } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { version, hash } = found;
  return useSubmit(async () => {
    const input = { version, hash, ...words };
    const { status } = await api.stepWorkflowVersion(step, workflow.id, input);
    const message = t('step.done', {
      ...{ workflow: workflow.title, version: String(version) },
      status: t(`status.${status}`),
    });
    alertApi.post({ message, severity: 'success', display: 'transient' });
    onClose();
    onTaken();
  }, asBridgeError);
}
