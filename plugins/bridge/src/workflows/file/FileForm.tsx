import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  WorkflowPreview,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { FormEvent, useCallback, useId } from 'react';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { FileButton } from '../../components/FileButton';
import { FoundDraft } from '../../components/FoundDraft';
import { Panel } from '../../components/Panel';
import { useDraft } from '../../components/useDraft';
import { workflowsTranslationRef } from '../../translation/workflows';
import { EffectColumns } from '../EffectColumns';
import { SettingsEffect } from '../settings/SettingsEffect';
import { useKeeping } from '../settings/useKeeping';
import { usePreview } from '../settings/usePreview';

const useStyles = makeStyles(theme => ({
  text: { fontFamily: 'monospace', fontSize: 13, lineHeight: 1.5 },
  note: { marginBottom: theme.spacing(2) },
}));

/** A draft whose file is edited further. @internal */
export interface FileDraft {
  id: string;
  version: Pick<WorkflowVersionDetail, 'version' | 'hash' | 'yaml'>;
}

const isSame = (one: { yaml: string }, other: { yaml: string }) =>
  one.yaml === other.yaml;

/** A file that becomes a draft, with what it means beside it. @internal */
export function FileForm(props: { user: string; draft?: FileDraft }) {
  const { user, draft } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const text = useDraft(
    `bridge.file:${user}:${draft ? `${draft.id}:${draft.version.hash}` : ''}`,
    { values: { yaml: draft?.version.yaml ?? '' }, revision: 0 },
    isSame,
  );
  const { yaml } = text.values;
  const isEmpty = isSame(text.values, { yaml: draft?.version.yaml ?? '' });
  const ask = useAsking(draft);
  const preview = usePreview(isEmpty ? undefined : { yaml }, ask);
  const id = draft?.id ?? preview.preview?.report.id ?? '';
  const keep = useKeep(id, yaml, draft);
  const keeping = useKeeping({ id, keep, onKept: text.forget });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keeping.submit();
  };
  return (
    <form noValidate onSubmit={submit}>
      {text.restored && (
        <FoundDraft
          text={t('settings.restored')}
          discard={t('settings.discard')}
          className={classes.note}
          onDiscard={text.discard}
        />
      )}
      <EffectColumns
        effect={
          <SettingsEffect
            {...{ isEmpty, preview, keeping, hint: t('import.none') }}
            isFile
            isDraft={draft !== undefined}
          />
        }
      >
        <FileField yaml={yaml} onChange={next => text.change({ yaml: next })} />
      </EffectColumns>
    </form>
  );
}

/** The text, typed, pasted or from a file of the reader's disk. */
function FileField(props: { yaml: string; onChange(yaml: string): void }) {
  const { yaml, onChange } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const take = async ([file]: File[]) => {
    onChange(await file.text());
  };
  return (
    <Panel
      title={t('file.title')}
      actions={
        <FileButton
          label={t('import.choose')}
          input={{ accept: '.yaml,.yml' }}
          onAdd={files => void take(files)}
        />
      }
    >
      <TextField
        id={useId()}
        fullWidth
        multiline
        minRows={16}
        maxRows={32}
        variant="outlined"
        label={t('import.text')}
        value={yaml}
        InputProps={{ classes: { input: classes.text } }}
        inputProps={{ spellCheck: false, autoCapitalize: 'off' }}
        onChange={event => onChange(event.target.value)}
      />
    </Panel>
  );
}

/** Asks what a file means: of the workflow that it names, or of a draft's. */
function useAsking(draft: FileDraft | undefined) {
  const api = useApi(bridgeApiRef);
  const of = draft?.id;
  return useCallback(
    async (edit: { yaml: string }): Promise<WorkflowPreview> => {
      if (of !== undefined) {
        return api.previewWorkflow(of, edit);
      }
      const report = await api.validateWorkflow(edit.yaml);
      return report.id === undefined
        ? { against: 0, report, differences: [] }
        : api.previewWorkflow(report.id, edit);
    },
    [api, of],
  );
}

function useKeep(id: string, yaml: string, draft: FileDraft | undefined) {
  const api = useApi(bridgeApiRef);
  return () =>
    draft
      ? api.editWorkflowVersion(id, draft.version, { yaml })
      : api.createWorkflowVersion(id, { yaml });
}
