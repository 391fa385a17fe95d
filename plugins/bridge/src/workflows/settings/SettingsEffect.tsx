import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  BridgeError,
  WorkflowPreview,
  WorkflowReport,
} from '@techbridge/plugin-bridge-common';
import { useWorkflows } from '../../api/useWorkflows';
import { errorSentence, fieldSentences } from '../../components/errorSentence';
import { joinSentences } from '../../components/joinSentences';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import type { Submission } from '../../components/useSubmit';
import { workflowsTranslationRef } from '../../translation/workflows';
import { DifferenceList } from '../DifferenceList';
import type { PreviewState } from './usePreview';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  older: { opacity: 0.55 },
  hint: { color: mutedText(theme) },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2),
    '& li': { marginTop: theme.spacing(1) },
  },
}));

/** What the changes mean, in words, and the way to keep them. @internal */
export function SettingsEffect(props: {
  isEmpty: boolean;
  /** What stands there while nothing is changed. */
  hint: string;
  /** Whether somebody sees the file itself, and not settings of it. */
  isFile?: boolean;
  isDraft: boolean;
  preview: PreviewState;
  keeping: Submission;
}) {
  const { isEmpty, hint, isFile, isDraft, keeping } = props;
  const { preview, error, loading } = props.preview;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const isGood = !isEmpty && !loading && preview?.report.ok === true;
  return (
    <Panel title={t('effect.title')}>
      <div className={classes.root} aria-live="polite" aria-busy={loading}>
        {isEmpty ? (
          <Typography variant="body2" className={classes.hint}>
            {hint}
          </Typography>
        ) : (
          <Effect {...{ preview, error, loading, isFile }} />
        )}
        {keeping.error && !loading && (
          <Refusal error={keeping.error} isFile={isFile} />
        )}
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={!isGood || keeping.busy}
        >
          {isDraft ? t('effect.save') : t('effect.create')}
        </Button>
      </div>
    </Panel>
  );
}

function Effect(props: PreviewState & { isFile?: boolean }) {
  const { preview, error, loading, isFile } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  if (!preview && !error) {
    return (
      <Typography variant="body2" className={classes.hint}>
        {t('effect.loading')}
      </Typography>
    );
  }
  return (
    <div className={`${classes.root} ${loading ? classes.older : ''}`}>
      {error && <Refusal error={error} isFile={isFile} />}
      {preview && isFile && <Which preview={preview} />}
      {preview && <Meaning preview={preview} isFile={isFile} />}
    </div>
  );
}

function Refusal(props: { error: BridgeError; isFile?: boolean }) {
  const { error, isFile } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  return (
    <Alert severity="error" role="alert">
      {error.code === 'invalid-input' && !isFile
        ? t('effect.fix')
        : errorSentence(error, language)}
      {isFile &&
        [...fieldSentences(error, language)].map(([path, sentence]) => (
          <div key={path}>{sentence}</div>
        ))}
    </Alert>
  );
}

/** Of which workflow the file is. */
function Which({ preview }: { preview: WorkflowPreview }) {
  const { against, report } = preview;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const workflows = useWorkflows();
  const language = useLanguage();
  const { id } = report;
  if (id === undefined) {
    return null;
  }
  const workflow = workflows?.byId.get(id)?.title[language] ?? id;
  return (
    <Typography variant="body2">
      {against === 0
        ? t('effect.new', { workflow })
        : t('effect.next', { workflow, version: String(against) })}
    </Typography>
  );
}

function Meaning(props: { preview: WorkflowPreview; isFile?: boolean }) {
  const { differences, report } = props.preview;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const count = report.scenarios.length;
  const tried = count > 0 && t('effect.tried', { count });
  return (
    <>
      <DifferenceList differences={differences} />
      {report.ok ? (
        <Alert severity="success">
          {joinSentences([t('effect.good'), tried], language)}
        </Alert>
      ) : (
        <Problems report={report} isFile={props.isFile} />
      )}
    </>
  );
}

/** So many reasons are told; the others mostly say the same again. */
const FEW = 3;

/** Why it cannot be kept: what the rules say, and which scenarios fail. */
function Problems(props: { report: WorkflowReport; isFile?: boolean }) {
  const { report, isFile } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const errors = report.problems.filter(one => one.severity === 'error');
  const told = errors.slice(0, FEW);
  const count = errors.length - told.length;
  const remedies = new Set(told.map(({ remedy }) => remedy[language]));
  return (
    <Alert severity="error" role="alert">
      <strong>{t('effect.bad')}</strong>
      <ul className={classes.list}>
        {told.map(problem => (
          <li key={`${problem.path} ${problem.message.en}`}>
            {isFile ? <InFile {...problem} /> : problem.message[language]}
          </li>
        ))}
      </ul>
      {count > 0 && <p>{t('effect.more', { count })}</p>}
      {!isFile && <p>{joinSentences([...remedies], language)}</p>}
    </Alert>
  );
}

/** A problem where somebody sees the file: its place, and what to do there. */
function InFile(problem: WorkflowReport['problems'][number]) {
  const { line, path, message, remedy } = problem;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  return (
    <>
      {t('effect.line', { line: String(line), path })}
      {joinSentences([message[language], remedy[language]], language)}
    </>
  );
}
