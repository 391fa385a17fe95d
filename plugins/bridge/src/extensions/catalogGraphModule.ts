import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  RELATION_HAS_SUPER_USER,
  RELATION_SUPER_USER_OF,
} from '@techbridge/plugin-bridge-common';

/**
 * Draws the relations between systems and their super users in the catalog
 * graph.
 *
 * @public
 */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: [
                ...ALL_RELATIONS,
                RELATION_HAS_SUPER_USER,
                RELATION_SUPER_USER_OF,
              ],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                [RELATION_HAS_SUPER_USER, RELATION_SUPER_USER_OF],
              ],
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
