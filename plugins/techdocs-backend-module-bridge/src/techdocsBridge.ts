import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  TechdocsGenerator,
  techdocsGeneratorExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { BridgeTechdocsGenerator } from './BridgeTechdocsGenerator';
import { caseUrlReaderFactory } from './CaseUrlReader';

const techdocsModuleBridge = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'bridge',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        techdocs: techdocsGeneratorExtensionPoint,
      },
      async init({ config, logger, techdocs }) {
        const generator = BridgeTechdocsGenerator.fromConfig(config, logger);
        // The extension point asks for the stock class and calls `run` alone.
        techdocs.setTechdocsGenerator(generator as object as TechdocsGenerator);
      },
    });
  },
});

/**
 * Lets TechDocs read cases from the bridge, and build documents without Python
 * or Docker.
 *
 * @public
 */
export const techdocsBridge = createBackendFeatureLoader({
  loader: () => [techdocsModuleBridge, caseUrlReaderFactory],
});
