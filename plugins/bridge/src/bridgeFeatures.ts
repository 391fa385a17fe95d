import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { catalogGraphModule } from './extensions/catalogGraphModule';
import { bridgePlugin } from './plugin';

/**
 * Everything that an app gets by installing this package: the plugin, and its
 * relations in the catalog graph.
 *
 * @public
 */
export const bridgeFeatures = createFrontendFeatureLoader({
  loader: () => [bridgePlugin, catalogGraphModule],
});
