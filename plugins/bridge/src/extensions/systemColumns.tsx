import {
  CatalogTable,
  CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import { lazy, ReactNode, Suspense } from 'react';

const Cell = lazy(() =>
  import('../systems/OwnerCell').then(({ OwnerCell }) => ({
    default: OwnerCell,
  })),
);

const Title = lazy(() =>
  import('../systems/OwnerTitle').then(({ OwnerTitle }) => ({
    default: OwnerTitle,
  })),
);

const OWNER_FIELD = 'resolved.ownedByRelationsTitle';

/**
 * Columns for the catalog's table. Of systems it shows what people look for:
 * the business owner, whom to ask now, and the IT owner.
 *
 * @public
 */
export const systemColumns: CatalogTableColumnsFunc = list => {
  const columns = CatalogTable.defaultColumnsFunc(list);
  const kind = list.entities[0]?.kind ?? list.filters.kind?.value;
  if (kind?.toLocaleLowerCase('en-US') !== 'system') {
    return columns;
  }
  const position = columns.findIndex(({ field }) => field === OWNER_FIELD);
  const [name, ...others] = columns.slice(0, position);
  return [
    // On a phone the table is moved sideways; a name is not squeezed.
    { ...name, cellStyle: { minWidth: 150 } },
    ...others,
    ownerColumn('business'),
    ownerColumn('now'),
    { ...columns[position], title: lazily(<Title column="it" />) },
  ];
};

function ownerColumn(column: 'business' | 'now') {
  return {
    title: lazily(<Title column={column} />),
    field: `bridge.${column}`,
    sorting: false,
    render: ({ entity }: { entity: { metadata: { name: string } } }) =>
      lazily(<Cell column={column} name={entity.metadata.name} />),
  };
}

function lazily(element: ReactNode) {
  return <Suspense fallback={null}>{element}</Suspense>;
}
