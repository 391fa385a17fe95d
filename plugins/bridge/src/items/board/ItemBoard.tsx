import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ItemRow,
  ItemStateView,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { useMemo, useRef, useState } from 'react';
import type { Clock } from '../../api/useClock';
import { ItemQuery, useItemSearch } from '../../api/useItemSearch';
import { mutedText } from '../../components/mutedText';
import { Notice } from '../../components/Notice';
import { useLanguage } from '../../components/useLanguage';
import { listsTranslationRef } from '../../translation/lists';
import { BoardColumn } from './BoardColumn';
import { columnsOf } from './columnsOf';
import { Drop, DroppedCard } from './DroppedCard';

const useStyles = makeStyles(theme => ({
  // On a phone one column fills the screen, and the next is a swipe away.
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(3),
    overflowX: 'auto',
    scrollSnapType: 'x proximity',
    paddingBottom: theme.spacing(2),
  },
  phase: { flex: 'none' },
  phaseTitle: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 14,
    fontWeight: 600,
    color: mutedText(theme),
  },
  columns: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
  },
}));

interface ItemBoardProps {
  workflow?: Workflow;
  /** What is asked for besides the state; undefined while it is not known. */
  query?: ItemQuery;
  clock?: Clock;
}

/** The items of one workflow by state. @internal */
export function ItemBoard(props: ItemBoardProps) {
  const { workflow } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  return workflow ? (
    <Columns {...props} workflow={workflow} />
  ) : (
    <Notice title={t('board.choose')} hint={t('board.chooseHint')} />
  );
}

function Columns(props: ItemBoardProps & { workflow: Workflow }) {
  const { workflow, clock } = props;
  const query = useBoardQuery(props.query);
  const { t } = useTranslationRef(listsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  // Where a card moves, two columns change.
  const [moves, setMoves] = useState(0);
  const { groups, ended } = useMemo(() => columnsOf(workflow), [workflow]);
  const moved = () => setMoves(count => count + 1);
  const dragged = useRef<ItemRow>();
  const [drop, setDrop] = useState<Drop>();
  const column = (state: ItemStateView) => (
    <BoardColumn
      key={state.id}
      {...{ state, query, clock, moves }}
      onMoved={moved}
      onDrag={row => {
        dragged.current = row;
      }}
      onDrop={() => {
        const row = dragged.current;
        dragged.current = undefined;
        setDrop(row && row.state.id !== state.id ? { row, to: state } : drop);
      }}
    />
  );
  return (
    <section
      className={classes.root}
      aria-label={t('board.label', { workflow: workflow.title[language] })}
    >
      {groups.map(({ id, label, states }) => (
        <div key={id} className={classes.phase}>
          <h2 className={classes.phaseTitle}>
            {label?.[language] ?? t('board.noPhase')}
          </h2>
          <div className={classes.columns}>{states.map(column)}</div>
        </div>
      ))}
      {drop && (
        <DroppedCard
          key={`${drop.row.key} ${drop.to.id}`}
          drop={drop}
          onMoved={moved}
          onEnd={() => setDrop(undefined)}
        />
      )}
      {query?.open !== 'true' && (
        <Ended query={query} moves={moves}>
          {ended.map(column)}
        </Ended>
      )}
    </section>
  );
}

/** A board has a column for every state, whichever the list would show. */
function useBoardQuery(query?: ItemQuery): ItemQuery | undefined {
  return useMemo(() => {
    const { state: _, phase: __, ...others } = query ?? {};
    return query && others;
  }, [query]);
}

/** What has ended is folded away: there is more of it every day. */
function Ended(props: {
  query?: ItemQuery;
  moves: number;
  children: JSX.Element[];
}) {
  const { query, moves, children } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { page } = useItemSearch(
    useMemo(
      () => query && { ...query, open: 'false' as const, limit: 1 },
      // Counted anew with every move.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [query, moves],
    ),
  );
  const count = page === undefined ? '' : ` (${page.total})`;
  return (
    <div className={classes.phase}>
      <h2 className={classes.phaseTitle}>{`${t('board.ended')}${count}`}</h2>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? t('board.hideEnded') : t('board.showEnded')}
      </Button>
      {open && <div className={classes.columns}>{children}</div>}
    </div>
  );
}
