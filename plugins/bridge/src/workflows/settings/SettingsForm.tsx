import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useCallback, useMemo } from 'react';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { fieldSentences } from '../../components/errorSentence';
import { FoundDraft } from '../../components/FoundDraft';
import { useDraft } from '../../components/useDraft';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { EffectColumns } from '../EffectColumns';
import { withFigureTexts } from './figureTexts';
import { changesIn, SettingValues } from './settingChanges';
import { SettingsEffect } from './SettingsEffect';
import type { SettingsFormProps } from './SettingsFormProps';
import { SettingsSections } from './SettingsSections';
import { useKeeping } from './useKeeping';
import { usePreview } from './usePreview';

const useStyles = makeStyles(theme => ({
  note: { marginBottom: theme.spacing(2) },
}));

/** Sets a workflow otherwise, and says meanwhile what that means. @internal */
export function SettingsForm(props: SettingsFormProps) {
  const { user, loaded, isDraft } = props;
  const { id, version, hash, settings } = loaded;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const start = { values: {} as SettingValues, revision: version };
  const isSame = useMemo(() => {
    const told = (values: SettingValues) =>
      JSON.stringify(changesIn(settings, values));
    return (one: SettingValues, other: SettingValues) =>
      told(one) === told(other);
  }, [settings]);
  const draft = useDraft(
    `bridge.settings:${user}:${id}:${hash}`,
    start,
    isSame,
  );
  const values = withFigureTexts(settings, draft.values);
  const changes = changesIn(settings, values);
  const { preview, keeping } = useEdit(props, changes, draft.forget);
  const problems = useProblems(preview.error ?? keeping.error, changes);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keeping.submit();
  };
  return (
    <form noValidate onSubmit={submit}>
      {draft.restored && (
        <FoundDraft
          text={t('settings.restored')}
          discard={t('settings.discard')}
          className={classes.note}
          onDiscard={draft.discard}
        />
      )}
      <EffectColumns
        effect={
          <SettingsEffect
            isEmpty={changes.length === 0}
            hint={t('effect.none')}
            isDraft={isDraft}
            preview={preview}
            keeping={keeping}
          />
        }
      >
        <SettingsSections
          settings={settings}
          values={values}
          problems={problems}
          onChange={draft.change}
        />
      </EffectColumns>
    </form>
  );
}

/** What changes mean, and the way to keep them. */
function useEdit(
  { loaded, isDraft }: SettingsFormProps,
  changes: ReturnType<typeof changesIn>,
  onKept: () => void,
) {
  const { id, version, hash } = loaded;
  const api = useApi(bridgeApiRef);
  const edit = { basedOn: version, changes };
  const ask = useCallback(
    (asked: typeof edit) => api.previewWorkflow(id, asked),
    [api, id],
  );
  const preview = usePreview(changes.length > 0 ? edit : undefined, ask);
  const keep = () =>
    isDraft
      ? api.editWorkflowVersion(id, { version, hash }, edit)
      : api.createWorkflowVersion(id, edit);
  return { preview, keeping: useKeeping({ id, keep, onKept }) };
}

/** What is wrong with each setting, by its path. */
function useProblems(
  error: Parameters<typeof fieldSentences>[0],
  changes: { path: string }[],
): ReadonlyMap<string, string> {
  const language = useLanguage();
  const sentences = [...fieldSentences(error, language)];
  return new Map(
    sentences.map(([path, sentence]) => {
      const place = Number(/^(?:edit\.)?changes\.(\d+)/.exec(path)?.[1]);
      return [changes[place]?.path ?? path, sentence];
    }),
  );
}
