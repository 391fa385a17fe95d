import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** What only some configurations ask for. */
export const optionalFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.persona')) {
      yield import('./persona/personaModule');
    }
  },
});
