import { createFrontendModule } from '@backstage/frontend-plugin-api';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';

const relationsCard = catalogGraphPlugin
  .getExtension('entity-card:catalog-graph/relations')
  .override({
    factory: (original, { config }) =>
      original({
        params: {
          loader: () =>
            import('./RelationsCard').then(({ RelationsCard }) => (
              <RelationsCard {...config} />
            )),
        },
      }),
  });

const relationsPage = catalogGraphPlugin
  .getExtension('page:catalog-graph')
  .override({
    factory: (original, { config }) =>
      original({
        params: {
          loader: () =>
            import('./RelationsPage').then(({ RelationsPage }) => (
              <RelationsPage {...config} />
            )),
        },
      }),
  });

/** The catalog graph with its labels in the reader's language. @internal */
export const relationsModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [relationsCard, relationsPage],
});
