import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useClock } from '../api/useClock';
import { ItemQuery, useItemSearch } from '../api/useItemSearch';
import { useMe } from '../api/useMe';
import { useWorkflows } from '../api/useWorkflows';
import { PageFrame } from '../components/PageFrame';
import { SearchField } from '../components/SearchField';
import { newItemsRouteRef } from '../routes';
import { itemsTranslationRef } from '../translation/items';
import { ItemFilterBar } from './list/ItemFilterBar';
import { ItemList } from './list/ItemList';
import { ItemFilters, useItemFilters } from './list/useItemFilters';

/** Every work item: feedback, proposals, requirements, cases. @internal */
export function ItemsPage() {
  const { t } = useTranslationRef(itemsTranslationRef);
  const clock = useClock();
  const workflows = useWorkflows();
  const { filters, change } = useItemFilters();
  const search = useItemSearch(useQuery(filters));
  const newPath = useRouteRef(newItemsRouteRef)();
  const words = {
    label: t('search.label'),
    placeholder: t('search.placeholder'),
    clear: t('search.clear'),
    shortcut: t('search.shortcut'),
  };
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <LinkButton to={newPath} color="primary" variant="contained">
          {t('page.new')}
        </LinkButton>
      }
    >
      <SearchField
        words={words}
        value={filters.q}
        onChange={q => change({ q })}
      />
      <ItemFilterBar
        filters={filters}
        workflows={workflows}
        total={search.page?.total}
        onChange={change}
      />
      <ItemList
        search={search}
        filters={filters}
        clock={clock}
        workflows={workflows}
        onChange={change}
      />
    </PageFrame>
  );
}

/** What to ask; undefined while it is not known who "I" am. */
function useQuery(filters: ItemFilters): ItemQuery | undefined {
  const me = useMe();
  const { mine, assigned, open, overdue, ...others } = filters;
  const waiting = (mine || assigned) && !me;
  const key = JSON.stringify({
    ...others,
    open: open ? 'true' : undefined,
    overdue: overdue ? 'true' : undefined,
    createdBy: mine ? me?.ref : undefined,
    assignee: assigned ? me?.ref : undefined,
  });
  return useMemo(
    () => (waiting ? undefined : (JSON.parse(key) as ItemQuery)),
    [waiting, key],
  );
}
