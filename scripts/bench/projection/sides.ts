import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { BridgeEntityProvider } from '../../../plugins/catalog-backend-module-bridge/src/BridgeEntityProvider';
import { SuperUserRelationProcessor } from '../../../plugins/catalog-backend-module-bridge/src/SuperUserRelationProcessor';
import { ListProvider } from './ListProvider';
import { StopWatch } from './StopWatch';

/** One of the two ways of putting the register into the catalog. @internal */
export interface Side {
  /** The module of the catalog to start the backend with. */
  feature: BackendFeature;
  /** Emits everything. */
  emit(): Promise<void>;
  /** The milliseconds that the catalog spent on mutations since last asked. */
  mutationTime(): number;
}

/** Our side, which can also emit only what changed. @internal */
export interface OurSide extends Side {
  emitChanges(): Promise<void>;
}

/** Our provider and our processor. @internal */
export function createOurSide(): OurSide {
  const parts: { provider?: BridgeEntityProvider; watch?: StopWatch } = {};
  const feature = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-ours',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogProcessingExtensionPoint,
          discovery: coreServices.discovery,
          logger: coreServices.logger,
        },
        async init({ auth, catalog, discovery, logger }) {
          parts.provider = new BridgeEntityProvider({
            auth,
            discovery,
            logger,
          });
          parts.watch = new StopWatch(parts.provider);
          catalog.addEntityProvider(parts.watch);
          catalog.addProcessor(new SuperUserRelationProcessor());
        },
      });
    },
  });
  return {
    feature,
    emit: async () => parts.provider?.refreshAll(),
    emitChanges: async () => parts.provider?.refreshChanges(),
    mutationTime: () => parts.watch?.read() ?? NaN,
  };
}

/** A plain provider of the same entities, and no processor. @internal */
export function createPlainSide(entities: Entity[]): Side {
  const provider = new ListProvider('plain', entities);
  const watch = new StopWatch(provider);
  return {
    feature: moduleOf('plain', watch),
    emit: () => provider.emit(),
    mutationTime: () => watch.read(),
  };
}

/** The people and groups that both sides find in the catalog. @internal */
export function createPeople(entities: Entity[]) {
  const provider = new ListProvider('people', entities);
  return {
    feature: moduleOf('people', provider),
    emit: () => provider.emit(),
  };
}

function moduleOf(name: string, provider: StopWatch | ListProvider) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: `bench-${name}`,
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider(provider);
        },
      });
    },
  });
}
