import { Link, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { InboxEntry, Workflow } from '@techbridge/plugin-bridge-common';
import type { Clock } from '../api/useClock';
import type { TitleOf } from '../api/useTitles';
import { DueDate } from '../components/DueDate';
import { formatSpan } from '../components/formatTime';
import { mutedText } from '../components/mutedText';
import { PrivateMark } from '../components/PrivateMark';
import { refOfSystem } from '../components/refOfSystem';
import { StateChip } from '../components/StateChip';
import { useLanguage } from '../components/useLanguage';
import { itemRouteRef } from '../routes';
import { inboxTranslationRef } from '../translation/inbox';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5, 2),
    padding: theme.spacing(1.5, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  words: { flex: '1 1 320px', minWidth: 0 },
  title: { fontSize: 15, fontWeight: 600, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.75),
    color: mutedText(theme),
    fontSize: 13,
  },
  behalf: { fontWeight: 600 },
  verbs: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

interface InboxLineProps {
  entry: InboxEntry;
  clock?: Clock;
  workflow?: Workflow;
  titleOf: TitleOf;
}

/** One thing that waits, with what can be done about it. @internal */
export function InboxLine(props: InboxLineProps) {
  const { item } = props.entry;
  const classes = useStyles();
  const itemPath = useRouteRef(itemRouteRef)({ key: item.key });
  return (
    <li className={classes.root}>
      <div className={classes.words}>
        <Link to={itemPath} className={classes.title}>
          {item.title}
        </Link>
        <Facts {...props} />
      </div>
      <Verbs {...props} itemPath={itemPath} />
    </li>
  );
}

function Facts({ entry, clock, workflow, titleOf }: InboxLineProps) {
  const { item, since, dueAt, onBehalfOf } = entry;
  const { t } = useTranslationRef(inboxTranslationRef);
  const language = useLanguage();
  const linkTo = useEntityRefLink();
  const system = item.system && refOfSystem(item.system);
  const span = clock && formatSpan(clock.now() - Date.parse(since), language);
  const classes = useStyles();
  return (
    <div className={classes.facts}>
      <StateChip state={item.state} />
      <PrivateMark item={item} />
      <span>
        {item.key}
        {workflow && ` · ${workflow.title[language]}`}
      </span>
      {system && (
        <Link to={linkTo(system)} color="inherit" underline="always">
          {titleOf(system)}
        </Link>
      )}
      {onBehalfOf && (
        <span className={classes.behalf}>
          {t('entry.onBehalfOf', { person: titleOf(onBehalfOf) })}
        </span>
      )}
      {span && <span>{t('entry.since', { span })}</span>}
      <DueDate dueAt={dueAt} due={item.due} clock={clock} />
    </div>
  );
}

const MOST_VERBS = 3;
const VOTE = 'vote';
const OPEN = '';

function Verbs(props: InboxLineProps & { itemPath: string }) {
  const { entry, workflow, itemPath } = props;
  const { key } = entry.item;
  const { t } = useTranslationRef(inboxTranslationRef);
  const language = useLanguage();
  const verbs = verbsOf(entry).slice(0, MOST_VERBS);
  const labelOf = (verb: string) =>
    verb === VOTE
      ? t('entry.vote')
      : workflow?.actions[verb]?.[language] ?? t('entry.open');
  return (
    <div className={useStyles().verbs}>
      {verbs.map((verb, index) => (
        <LinkButton
          key={verb}
          to={addressOf(itemPath, verb, entry.onBehalfOf)}
          size="small"
          variant={index === 0 ? 'contained' : 'outlined'}
          color={index === 0 ? 'primary' : 'default'}
          disableElevation
          aria-label={t('entry.verb', { verb: labelOf(verb), key })}
        >
          {labelOf(verb)}
        </LinkButton>
      ))}
    </div>
  );
}

function addressOf(path: string, verb: string, member?: string): string {
  const query = { do: verb, ...(member && { for: member }) };
  return verb ? `${path}?${new URLSearchParams(query)}` : path;
}

/** Where a board is open and nothing else is named, it is the vote. */
function verbsOf({ item, verbs }: InboxEntry): string[] {
  if (verbs.length === 0) {
    return [item.state.type === 'approval' ? VOTE : OPEN];
  }
  return verbs;
}
