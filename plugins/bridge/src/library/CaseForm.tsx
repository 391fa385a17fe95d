import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { BridgeError, Case } from '@techbridge/plugin-bridge-common';
import { FormEvent, KeyboardEvent } from 'react';
import { errorSentence, fieldSentences } from '../components/errorSentence';
import { FoundDraft } from '../components/FoundDraft';
import { PageFrame } from '../components/PageFrame';
import type { DraftState } from '../components/useDraft';
import { useLanguage } from '../components/useLanguage';
import { libraryTranslationRef } from '../translation/library';
import { termsTranslationRef } from '../translation/terms';
import { CaseBody } from './CaseBody';
import { CaseFields } from './CaseFields';
import { CASE_FIELDS, CaseValues } from './caseValues';

const useStyles = makeStyles(theme => ({
  paper: {
    padding: theme.spacing(2.5),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 1.5) },
  },
  note: { marginBottom: theme.spacing(2) },
}));

interface CaseFormProps {
  title: string;
  submitLabel: string;
  draft: DraftState<CaseValues>;
  busy: boolean;
  error?: BridgeError;
  /** What somebody else has saved meanwhile. */
  newest?: Case;
  onSubmit(): void;
  onCancel(): void;
}

/** Writes a case: facts, text and preview. @internal */
export function CaseForm(props: CaseFormProps) {
  const { draft, error, newest } = props;
  const classes = useStyles();
  const language = useLanguage();
  const errors = fieldSentences(error, language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  const submitOnKey = (event: KeyboardEvent) => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      submit(event);
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form noValidate onSubmit={submit} onKeyDown={submitOnKey}>
      <PageFrame title={props.title} actions={<FormActions {...props} />}>
        <FormNotes {...props} />
        <div className={classes.paper}>
          <CaseFields
            values={draft.values}
            errors={errors}
            onChange={draft.change}
          />
          <CaseBody
            values={draft.values}
            error={errors.get('body')}
            newest={newest}
            onChange={body => draft.change({ body })}
          />
        </div>
      </PageFrame>
    </form>
  );
}

function FormActions(props: CaseFormProps) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <>
      <Button onClick={props.onCancel}>{term('cancel')}</Button>
      <Button
        type="submit"
        color="primary"
        variant="contained"
        disabled={props.busy}
      >
        {props.submitLabel}
      </Button>
    </>
  );
}

/** What went wrong, what was found again, what somebody else has saved. */
function FormNotes({ draft, error, newest }: CaseFormProps) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const unplaced = [...fieldSentences(error, language)].filter(
    ([path]) => !CASE_FIELDS.some(field => path.startsWith(field)),
  );
  return (
    <>
      {draft.restored && (
        <FoundDraft
          text={t('form.restored')}
          discard={t('form.discard')}
          className={classes.note}
          onDiscard={draft.discard}
        />
      )}
      {error && (
        <Alert severity="error" role="alert" className={classes.note}>
          {errorSentence(error, language)}
          {unplaced.map(([path, sentence]) => (
            <div key={path}>{`${path}: ${sentence}`}</div>
          ))}
          {newest && <div>{t('form.conflict')}</div>}
        </Alert>
      )}
    </>
  );
}
