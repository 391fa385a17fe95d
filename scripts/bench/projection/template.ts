import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import bridgePlugin from '@techbridge/plugin-bridge-backend';
import { Clock } from '../../../plugins/bridge-backend/src/database/Clock';
import { ProjectionService } from '../../../plugins/bridge-backend/src/registry/ProjectionService';
import { ProjectionStore } from '../../../plugins/bridge-backend/src/registry/ProjectionStore';
import { RunningBackend, startBackend } from '../backend/startBackend';
import { DatabaseServer } from '../data/DatabaseServer';
import { GeneratedRegister, Sizes } from '../data/generate';
import { openRegister } from '../data/openRegister';
import { CatalogTables } from './CatalogTables';
import { peopleEntities } from './peopleEntities';
import { createPeople } from './sides';

const TEMPLATE = 'template_';
const PLUGINS = ['catalog', 'bridge'];

/** What every round starts from: a register, and a catalog of its people. @internal */
export interface Template {
  server: DatabaseServer;
  data: GeneratedRegister;
  /** What the bridge puts into the catalog. */
  entities: Entity[];
  people: Entity[];
}

/** Makes the databases that every round copies. @internal */
export async function createTemplate(
  server: DatabaseServer,
  sizes: Sizes,
): Promise<Template> {
  const register = await openRegister(server, `${TEMPLATE}bridge`, sizes);
  const { knex, data } = register;
  const projection = await new ProjectionService(
    new ProjectionStore(knex),
    new Clock(knex, 'Asia/Shanghai'),
  ).since(undefined);
  await knex.destroy();
  const people = peopleEntities(data);
  await fillCatalog(server, people);
  const entities = projection.entities.map(entity => entity as Entity);
  return { server, data, entities, people };
}

/** A backend on fresh copies of the databases. @internal */
export async function startCopy(
  { server, people }: Template,
  options: { prefix: string; features: BackendFeature[]; processing: boolean },
): Promise<RunningBackend> {
  const { prefix, features, processing } = options;
  for (const plugin of PLUGINS) {
    await server.create(`${prefix}${plugin}`, `${TEMPLATE}${plugin}`);
  }
  const backend = await startCatalog(server, {
    prefix,
    processing,
    features: [createPeople(people).feature, bridgePlugin, ...features],
  });
  const stop = async () => {
    await backend.stop();
    for (const plugin of PLUGINS) {
      await server.drop(`${prefix}${plugin}`);
    }
  };
  return { ...backend, stop };
}

async function fillCatalog(
  server: DatabaseServer,
  entities: Entity[],
): Promise<void> {
  const people = createPeople(entities);
  const backend = await startCatalog(server, {
    prefix: TEMPLATE,
    processing: true,
    features: [people.feature],
  });
  const knex = server.open(`${TEMPLATE}catalog`);
  await people.emit();
  await new CatalogTables(knex).settled();
  await backend.stop();
  await knex.raw('VACUUM ANALYZE');
  await knex.destroy();
}

function startCatalog(
  server: DatabaseServer,
  options: { prefix: string; features: BackendFeature[]; processing: boolean },
): Promise<RunningBackend> {
  const { prefix, features, processing } = options;
  return startBackend({
    server,
    prefix,
    features: [catalogBackend, ...features],
    config: {
      catalog: {
        // Long, so that nothing is processed that did not change.
        processingInterval: processing ? { hours: 10 } : false,
      },
    },
  });
}
