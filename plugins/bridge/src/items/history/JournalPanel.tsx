import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import BrokenIcon from '@material-ui/icons/ErrorOutline';
import IntactIcon from '@material-ui/icons/VerifiedUserOutlined';
import Skeleton from '@material-ui/lab/Skeleton';
import type {
  Item,
  JournalEntry,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import type { JournalLoad } from '../../api/useJournal';
import { useWorkflow } from '../../api/useWorkflows';
import { errorSentence } from '../../components/errorSentence';
import { formatMoment } from '../../components/formatTime';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { journalTranslationRef } from '../../translation/journal';
import { termsTranslationRef } from '../../translation/terms';
import { changedFields, saidIn } from './payload';
import { useSentences } from './useSentences';
import { versionAt } from './versionAt';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
  line: { position: 'relative', padding: theme.spacing(0, 0, 1.75, 2) },
  dot: {
    position: 'absolute',
    left: -6,
    top: 6,
    width: 10,
    height: 10,
    borderRadius: '50%',
    background: theme.palette.divider,
    border: `2px solid ${theme.palette.background.paper}`,
    boxSizing: 'border-box',
  },
  milestone: { background: theme.palette.primary.main },
  time: { color: mutedText(theme), fontSize: 12.5 },
  note: { color: mutedText(theme), fontSize: 13 },
  said: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 14 },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12.5,
    color: mutedText(theme),
  },
  broken: { color: theme.palette.type === 'dark' ? '#ff9b9b' : '#b3121f' },
}));

interface JournalPanelProps {
  item: Item;
  workflow?: Workflow;
  journal: JournalLoad;
}

/** What happened to an item, in sentences, and whether the record is whole. @internal */
export function JournalPanel(props: JournalPanelProps) {
  const { journal } = props;
  const { t } = useTranslationRef(journalTranslationRef);
  return (
    <Panel
      title={t('title')}
      actions={journal.entries && <IntactMark journal={journal} />}
    >
      <JournalBody {...props} />
    </Panel>
  );
}

function IntactMark({ journal }: { journal: JournalLoad }) {
  const { t } = useTranslationRef(journalTranslationRef);
  const classes = useStyles();
  return journal.intact ? (
    <span className={classes.mark} title={t('intactHint')}>
      <IntactIcon fontSize="inherit" aria-hidden />
      {t('intact')}
    </span>
  ) : (
    <strong className={`${classes.mark} ${classes.broken}`} role="alert">
      <BrokenIcon fontSize="inherit" aria-hidden />
      {t('broken', { line: String(journal.brokenAt) })}
    </strong>
  );
}

function JournalBody({ item, workflow, journal }: JournalPanelProps) {
  const { t } = useTranslationRef(journalTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const { entries, error, loadMore } = journal;
  if (error && !entries) {
    return (
      <div role="alert">
        <Typography gutterBottom>{errorSentence(error, language)}</Typography>
        <Button variant="outlined" onClick={journal.reload}>
          {term('retry')}
        </Button>
      </div>
    );
  }
  if (!entries) {
    return <Skeleton variant="rect" height={160} />;
  }
  return (
    <>
      <ol className={classes.list}>
        {entries.map(entry => (
          <Line key={entry.seq} {...{ entry, entries, item, workflow }} />
        ))}
      </ol>
      {loadMore && (
        <Button
          variant="outlined"
          onClick={loadMore}
          disabled={journal.loading}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Line(props: {
  entry: JournalEntry;
  entries: JournalEntry[];
  item: Item;
  workflow?: Workflow;
}) {
  const { entry, entries, item } = props;
  const { id } = item.workflow;
  const version = versionAt(entry, entries, item.workflow.version);
  // What a line speaks of is called as it was at its time.
  const workflow = useWorkflow({ id, version }) ?? props.workflow;
  const { t } = useTranslationRef(journalTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const clock = useClock();
  const classes = useStyles();
  const sentenceOf = useSentences(item, workflow, [entry]);
  const fields = changedFields(entry).map(({ name, rows }) => {
    const field = workflow?.fields[name]?.label[language] ?? name;
    return rows ? t('rows', { field, rows: String(rows) }) : field;
  });
  const dot = entry.type === 'milestone' ? classes.milestone : '';
  return (
    <li className={classes.line}>
      <span aria-hidden className={`${classes.dot} ${dot}`} />
      <div>{sentenceOf(entry)}</div>
      {entry.payload === null && (
        <div className={classes.note}>{t(whyEmpty(entry))}</div>
      )}
      {saidIn(entry) && <div className={classes.said}>{saidIn(entry)}</div>}
      {fields.length > 0 && (
        <div className={classes.note}>
          {t(entry.type === 'entered' ? 'putBack' : 'changed', {
            fields: fields.join(tItems('comma')),
          })}
        </div>
      )}
      <time className={classes.time} dateTime={entry.at}>
        {formatMoment(entry.at, language, clock?.timeZone)}
      </time>
    </li>
  );
}

/** Why a line says nothing. */
function whyEmpty({ type, withheld }: JournalEntry) {
  if (!withheld) {
    return 'erased';
  }
  return type === 'note' ? 'withheld' : 'withheldItem';
}
