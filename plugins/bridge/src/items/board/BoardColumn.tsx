import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemRow, ItemStateView } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import type { Clock } from '../../api/useClock';
import { ItemQuery, ItemSearch, useItemSearch } from '../../api/useItemSearch';
import { useTitles } from '../../api/useTitles';
import { MoreButton } from '../../components/MoreButton';
import { mutedText } from '../../components/mutedText';
import { refOfSystem } from '../../components/refOfSystem';
import { useLanguage } from '../../components/useLanguage';
import { listsTranslationRef } from '../../translation/lists';
import { termsTranslationRef } from '../../translation/terms';
import { BoardCard } from './BoardCard';
import { useWasSeen } from './useWasSeen';

const useStyles = makeStyles(theme => ({
  root: {
    flex: 'none',
    width: 'min(280px, 82vw)',
    boxSizing: 'border-box',
    scrollSnapAlign: 'start',
    padding: theme.spacing(1.5),
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
  },
  title: { fontSize: 14, fontWeight: 600, margin: 0 },
  cards: {
    listStyle: 'none',
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  muted: { color: mutedText(theme), fontSize: 13, marginTop: 8 },
}));

interface BoardColumnProps {
  state: ItemStateView;
  query?: ItemQuery;
  clock?: Clock;
  /** How often a card was moved so far. */
  moves: number;
  onMoved(): void;
  onDrag(row: ItemRow): void;
  onDrop(): void;
}

/** The items in one state, asked for once the column comes into sight. @internal */
export function BoardColumn(props: BoardColumnProps) {
  const { state, query, moves } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const { element, seen } = useWasSeen<HTMLElement>();
  const search = useItemSearch(
    useMemo(
      () => (seen ? query && { ...query, state: state.id } : undefined),
      // Asked for anew with every move.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [seen, query, state.id, moves],
    ),
  );
  const label = state.label[language];
  const total = search.page?.total;
  const title =
    total === undefined
      ? t('board.loading', { state: label })
      : t('board.column', { state: label, total: String(total) });
  return (
    <section
      ref={element}
      className={classes.root}
      aria-label={label}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <h3 className={classes.title}>{search.error ? label : title}</h3>
      {search.error ? (
        <Failed retry={search.reload} />
      ) : (
        <Cards {...props} search={search} />
      )}
    </section>
  );
}

function Failed({ retry }: { retry(): void }) {
  const { t } = useTranslationRef(listsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <div className={useStyles().muted} role="alert">
      {t('board.failed')}
      <Button size="small" onClick={retry}>
        {term('retry')}
      </Button>
    </div>
  );
}

function Cards(props: BoardColumnProps & { search: ItemSearch }) {
  const { state, clock, search, onMoved, onDrag } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const items = search.page?.items ?? [];
  const titleOf = useTitles(
    items.flatMap(({ system, assignees }) => [
      ...(system ? [refOfSystem(system)] : []),
      ...assignees,
    ]),
  );
  if (items.length === 0) {
    return search.loading ? null : (
      <div className={classes.muted}>{t('board.empty')}</div>
    );
  }
  return (
    <>
      <ul className={classes.cards} aria-busy={search.loading}>
        {items.map(item => (
          <BoardCard
            key={item.key}
            {...{ item, clock, titleOf }}
            onMoved={onMoved}
            onDrag={onDrag}
          />
        ))}
      </ul>
      {search.page?.nextCursor && (
        <MoreButton
          label={t('board.more', { state: state.label[language] })}
          busy={search.loading}
          onClick={search.loadMore}
        />
      )}
    </>
  );
}
