import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  CatalogFilterBlueprint,
  EntityHeaderLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: (original, { inputs }) =>
    original({
      params: {
        loader: async () => {
          const { CatalogPage } = await import('./CatalogPage');
          const filters = inputs.filters.map(filter =>
            filter.get(coreExtensionData.reactElement),
          );
          return <CatalogPage filters={filters} />;
        },
      },
    }),
});

const kindFilter = CatalogFilterBlueprint.make({
  name: 'kind',
  params: {
    loader: () =>
      import('./KindFilter').then(({ KindFilter }) => <KindFilter />),
  },
});

const entityHeader = EntityHeaderLayoutBlueprint.make({
  params: {
    loader: () =>
      import('./EntityHeader').then(({ EntityHeader }) => EntityHeader),
  },
});

/**
 * The catalog: systems first, with their owners as columns, and the titles of
 * kinds and tabs in the reader's language.
 *
 * @internal
 */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage, kindFilter, entityHeader],
});
