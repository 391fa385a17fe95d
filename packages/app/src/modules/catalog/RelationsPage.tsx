import { CatalogGraphPage } from '@backstage/plugin-catalog-graph';
import { ComponentProps } from 'react';
import { renderRelationLabel } from './RelationLabel';

// Further away stands half the company; the page has a control for it.
const STEPS = 2;

/** The catalog graph. @internal */
export function RelationsPage(
  props: Partial<ComponentProps<typeof CatalogGraphPage>> &
    ComponentProps<typeof CatalogGraphPage>['initialState'],
) {
  return (
    <CatalogGraphPage
      {...props}
      initialState={{
        showFilters: false,
        ...props,
        maxDepth: props.maxDepth ?? STEPS,
      }}
      renderLabel={renderRelationLabel}
    />
  );
}
