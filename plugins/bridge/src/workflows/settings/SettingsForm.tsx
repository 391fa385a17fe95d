import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useMemo } from 'react';
import { fieldSentences } from '../../components/errorSentence';
import { FoundDraft } from '../../components/FoundDraft';
import { useDraft } from '../../components/useDraft';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { changesIn, SettingValues } from './settingChanges';
import { SettingsEffect } from './SettingsEffect';
import type { SettingsFormProps } from './SettingsFormProps';
import { SettingsSections } from './SettingsSections';
import { useKeeping } from './useKeeping';
import { usePreview } from './usePreview';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 380px',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  effect: {
    [theme.breakpoints.up('md')]: {
      position: 'sticky',
      top: theme.spacing(2),
      maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
      overflowY: 'auto',
    },
  },
  note: { marginBottom: theme.spacing(2) },
}));

/** Sets a workflow otherwise, and says meanwhile what that means. @internal */
export function SettingsForm(props: SettingsFormProps) {
  const { user, loaded } = props;
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
  const changes = changesIn(settings, draft.values);
  const edit = { basedOn: version, changes };
  const preview = usePreview(id, edit);
  const keeping = useKeeping({ ...props, edit, onKept: draft.forget });
  const problems = useProblems(preview.error ?? keeping.error, changes);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    keeping.submit();
  };
  return (
    <form noValidate onSubmit={keep}>
      {draft.restored && (
        <FoundDraft
          text={t('settings.restored')}
          discard={t('settings.discard')}
          className={classes.note}
          onDiscard={draft.discard}
        />
      )}
      <div className={classes.columns}>
        <SettingsSections
          settings={settings}
          values={draft.values}
          problems={problems}
          onChange={draft.change}
        />
        <div className={classes.effect}>
          <SettingsEffect
            isEmpty={changes.length === 0}
            isDraft={props.isDraft}
            preview={preview}
            keeping={keeping}
          />
        </div>
      </div>
    </form>
  );
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
