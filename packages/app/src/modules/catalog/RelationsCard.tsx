import { EntityCatalogGraphCard } from '@backstage/plugin-catalog-graph';
import { ComponentProps } from 'react';
import { renderRelationLabel } from './RelationLabel';

/** The relations of an entity as a graph. @internal */
export function RelationsCard(
  props: Partial<ComponentProps<typeof EntityCatalogGraphCard>>,
) {
  return (
    <EntityCatalogGraphCard
      height={360}
      {...props}
      renderLabel={renderRelationLabel}
    />
  );
}
