import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { catalogGraphModule } from './extensions/catalogGraphModule';
import { entityTitlesModule } from './extensions/entityTitlesModule';
import { bridgePlugin } from './plugin';

/**
 * Everything that an app gets by installing this package: the plugin, its
 * relations in the catalog graph, and titles in the reader's language.
 *
 * @public
 */
export const bridgeFeatures = createFrontendFeatureLoader({
  loader: () => [bridgePlugin, catalogGraphModule, entityTitlesModule],
});
