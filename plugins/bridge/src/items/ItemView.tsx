import { makeStyles } from '@material-ui/core/styles';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useClock } from '../api/useClock';
import { useJournal } from '../api/useJournal';
import { useWorkflow } from '../api/useWorkflows';
import { later } from '../components/later';
import { PageFrame } from '../components/PageFrame';
import { useLanguage } from '../components/useLanguage';
import { ActionsPanel } from './actions/ActionsPanel';
import { BoardPanel } from './boards/BoardPanel';
import { FactsPanel } from './facts/FactsPanel';
import { ItemSummary } from './ItemSummary';
import { LinksPanel } from './links/LinksPanel';
import { PhaseProgress } from './PhaseProgress';
import { PrintLink } from './print/PrintLink';

const ChainPanel = later(
  async () => (await import('./chain/ChainPanel')).ChainPanel,
  160,
);
const ConditionsPanel = later(
  async () => (await import('./conditions/ConditionsPanel')).ConditionsPanel,
);
const MeetingsPanel = later(
  async () => (await import('./links/MeetingsPanel')).MeetingsPanel,
);
const FollowBar = later(
  async () => (await import('./following/FollowBar')).FollowBar,
  36,
);
const MergedNotice = later(
  async () => (await import('./following/MergedNotice')).MergedNotice,
);
const SimilarItems = later(
  async () => (await import('./similar/SimilarItems')).SimilarItems,
);
const AttachmentsPanel = later(
  async () => (await import('./files/AttachmentsPanel')).AttachmentsPanel,
  120,
);
const CommentsPanel = later(
  async () => (await import('./history/CommentsPanel')).CommentsPanel,
  160,
);
const JournalPanel = later(
  async () => (await import('./history/JournalPanel')).JournalPanel,
  240,
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 340px)',
    gridTemplateAreas: '"chain chain" "main side"',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"actions" "chain" "main" "links"',
      gap: theme.spacing(2),
    },
  },
  chain: { gridArea: 'chain', minWidth: 0 },
  main: { gridArea: 'main' },
  column: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  side: {
    gridArea: 'side',
    position: 'sticky',
    top: theme.spacing(2),
    // What can be done stands first on a phone, the links stand last.
    [theme.breakpoints.down('sm')]: { display: 'contents' },
  },
  actions: { gridArea: 'actions', minWidth: 0 },
  links: { gridArea: 'links', minWidth: 0 },
}));

interface ItemViewProps {
  item: Item;
  onChanged(item: Item): void;
  /** The item has changed, and its newest state is not known. */
  onStale(): void;
}

/** The address parameter that opens an action, or the vote. */
const WANTED = 'do';
const VOTE = 'vote';
/** The address parameter that says whose vote it is. */
const FOR = 'for';

/** Everything about an item, and what can be done with it. @internal */
export function ItemView(props: ItemViewProps) {
  const { item } = props;
  const language = useLanguage();
  const classes = useStyles();
  const clock = useClock();
  const workflow = useWorkflow(item.workflow);
  const [wanted, want] = useWanted();
  return (
    <PageFrame
      title={item.title}
      subtitle={[item.key, workflow?.title[language]]
        .filter(Boolean)
        .join(' · ')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={<PrintLink itemKey={item.key} />}
    >
      <ItemSummary {...props} clock={clock} workflow={workflow} />
      <MergedNotice {...props} />
      <FollowBar {...props} />
      <PhaseProgress item={item} workflow={workflow} />
      <div className={classes.root}>
        <div className={classes.chain}>
          <ChainPanel item={item} />
        </div>
        <div className={`${classes.column} ${classes.side}`}>
          <div className={classes.actions}>
            <ActionsPanel {...props} wanted={wanted} onWant={want} />
          </div>
          <div className={classes.links}>
            <LinksPanel {...props} />
            <MeetingsPanel item={item} />
          </div>
        </div>
        <Main {...props} workflow={workflow} voting={wanted === VOTE} />
      </div>
    </PageFrame>
  );
}

function Main(
  props: ItemViewProps & {
    workflow: ReturnType<typeof useWorkflow>;
    voting: boolean;
  },
) {
  const { item, workflow, voting } = props;
  const classes = useStyles();
  const journal = useJournal(item);
  const [search] = useSearchParams();
  const forOther = search.has(FOR);
  const toVote = item.boards.find(({ allowed }) => allowed)?.id;
  return (
    <div className={`${classes.main} ${classes.column}`}>
      <ConditionsPanel {...props} />
      {item.boards.map(board => (
        <BoardPanel
          key={`${board.id} ${board.round}`}
          {...props}
          board={board}
          wanted={voting && !forOther && board.id === toVote}
        />
      ))}
      {workflow && isNew(item, workflow) && (
        <SimilarItems
          workflow={workflow}
          to={{ title: item.title, system: item.system, except: item.key }}
        />
      )}
      <FactsPanel item={item} workflow={workflow} />
      <AttachmentsPanel {...props} />
      <CommentsPanel {...props} journal={journal} />
      <JournalPanel item={item} workflow={workflow} journal={journal} />
    </div>
  );
}

/** As long as it is in its first phase nobody has decided about it. */
function isNew({ state }: Item, { phases }: Workflow): boolean {
  return state.type !== 'end' && state.phase === phases[0]?.id;
}

/** What the address asks to be opened. */
function useWanted() {
  const [search, setSearch] = useSearchParams();
  const want = useCallback(
    (action: string | undefined) =>
      setSearch(
        previous => {
          const next = new URLSearchParams(previous);
          next.delete(WANTED);
          if (action) {
            next.set(WANTED, action);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search.get(WANTED) ?? undefined, want] as const;
}
