import { CatalogGraphPage } from '@backstage/plugin-catalog-graph';
import { ComponentProps } from 'react';
import { renderRelationLabel } from './RelationLabel';

/** The catalog graph. @internal */
export function RelationsPage(
  props: Partial<ComponentProps<typeof CatalogGraphPage>> &
    ComponentProps<typeof CatalogGraphPage>['initialState'],
) {
  return (
    <CatalogGraphPage
      {...props}
      initialState={{ showFilters: false, ...props }}
      renderLabel={renderRelationLabel}
    />
  );
}
