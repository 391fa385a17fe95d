import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemRow, Page } from '@techbridge/plugin-bridge-common';
import type { Clock } from '../../api/useClock';
import type { ItemSearch } from '../../api/useItemSearch';
import { useTitles } from '../../api/useTitles';
import type { Workflows } from '../../api/useWorkflows';
import { ErrorNotice } from '../../components/ErrorNotice';
import { MoreButton } from '../../components/MoreButton';
import { Notice } from '../../components/Notice';
import { refOfSystem } from '../../components/refOfSystem';
import { RowSkeleton } from '../../components/RowSkeleton';
import { itemsTranslationRef } from '../../translation/items';
import { ItemLine } from './ItemLine';
import { isNarrowed, ItemFilters, NO_FILTERS } from './useItemFilters';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  older: { opacity: 0.55, transition: 'opacity 150ms 200ms' },
});

interface ItemListProps {
  search: ItemSearch;
  filters: ItemFilters;
  clock?: Clock;
  workflows?: Workflows;
  onChange(changes: Partial<ItemFilters>): void;
}

/** The items found, or why there are none. @internal */
export function ItemList(props: ItemListProps) {
  const { search, filters, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const { page, loading, error } = search;
  if (error) {
    return (
      <ErrorNotice
        title={t('error.list')}
        error={error}
        onRetry={search.reload}
      />
    );
  }
  if (!page || (page.items.length === 0 && loading)) {
    return <RowSkeleton label={t('list.loading')} />;
  }
  return page.items.length === 0 ? (
    <NothingFound filters={filters} onChange={onChange} />
  ) : (
    <FoundItems {...props} page={page} />
  );
}

function FoundItems(props: ItemListProps & { page: Page<ItemRow> }) {
  const { search, page, clock, workflows } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const titleOf = useTitles(
    page.items.flatMap(({ system, assignees, createdBy }) => [
      ...(system ? [refOfSystem(system)] : []),
      ...assignees,
      createdBy,
    ]),
  );
  return (
    <div
      className={search.loading ? classes.older : undefined}
      aria-busy={search.loading}
    >
      <ul className={classes.list} aria-label={t('list.label')}>
        {page.items.map(item => (
          <ItemLine
            key={item.key}
            item={item}
            clock={clock}
            workflow={workflows?.byId.get(item.workflow.id)}
            titleOf={titleOf}
          />
        ))}
      </ul>
      {page.nextCursor && (
        <MoreButton
          label={t('list.more')}
          busy={search.loading}
          onClick={search.loadMore}
        />
      )}
    </div>
  );
}

function NothingFound(props: Pick<ItemListProps, 'filters' | 'onChange'>) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const narrowed = isNarrowed(filters);
  const why = narrowed ? 'filtered' : 'none';
  return (
    <Notice
      title={
        filters.q ? t('empty.title', { query: filters.q }) : t(`empty.${why}`)
      }
      hint={filters.q ? t('empty.hint') : t(`empty.${why}Hint`)}
    >
      {filters.q && (
        <Button variant="outlined" onClick={() => onChange({ q: '' })}>
          {t('search.clear')}
        </Button>
      )}
      {narrowed && (
        <Button
          variant="outlined"
          onClick={() =>
            onChange({ ...NO_FILTERS, q: filters.q, order: filters.order })
          }
        >
          {t('filter.clear')}
        </Button>
      )}
    </Notice>
  );
}
