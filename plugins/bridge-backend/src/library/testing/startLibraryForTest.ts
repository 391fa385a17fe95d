import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { endpoints } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import request from 'supertest';
import { Clock } from '../../database/Clock';
import { migrate } from '../../database/migrate';
import { createRouter } from '../../http/createRouter';
import { ProjectionService } from '../../registry/ProjectionService';
import { ProjectionStore } from '../../registry/ProjectionStore';
import { RegisterStore } from '../../registry/RegisterStore';
import { buildLibrary, buildLibraryHooks } from '../buildLibrary';
import { addLibraryRoutes, LibraryServices } from '../routes';
import { AUTHOR, TestItems } from './TestItems';

type Router = Parameters<typeof addLibraryRoutes>[0]['router'];

/** Where TechDocs answers in tests. */
export const TECHDOCS = 'http://techdocs.test/api/techdocs';

/** The room with its routes on a database, and the items behind its cases. */
export async function startLibraryForTest(knex: Knex) {
  await migrate(mockServices.database.mock({ getClient: async () => knex }));
  await insertSystems(knex);
  const topics: string[] = [];
  const items = new TestItems(knex);
  const clock = new Clock(knex, 'Asia/Shanghai');
  const needs = {
    platform: platformForTest(),
    knex,
    clock,
    people: items.people,
    changes: new RegisterStore(knex),
    announce: async () => void topics.push('bridge.catalog'),
  };
  const hooks = buildLibraryHooks(needs, items);
  items.follow((trx, rows) => hooks.projection.apply(trx, rows));
  const projection = new ProjectionService(new ProjectionStore(knex), clock);
  projection.add(hooks.source);
  const services = buildLibrary(needs, {
    gate: items,
    reader: items,
    starter: items,
  });
  const ask = await serve(services);
  return { items, hooks, projection, topics, ...ask };
}

function platformForTest() {
  const data = { app: { baseUrl: 'https://bridge.test/app/' } };
  return {
    auth: mockServices.auth(),
    config: mockServices.rootConfig({ data }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => TECHDOCS,
    }),
    logger: mockServices.logger.mock(),
  };
}

async function serve(services: LibraryServices) {
  const plugin = createBackendPlugin({
    pluginId: 'bridge',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
        },
        async init({ httpAuth, httpRouter, logger }) {
          const addRoutes = (router: Router) =>
            addLibraryRoutes({ router, httpAuth }, services);
          httpRouter.use(
            createRouter({ endpoints, version: '0', logger, addRoutes }),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({ features: [plugin] });
  const as = (test: request.Test, user: string) =>
    test.set(
      'Authorization',
      user === 'service'
        ? mockCredentials.service.header()
        : mockCredentials.user.header(user),
    );
  const url = (path: string) => encodeURI(`/api/bridge/cases${path}`);
  return {
    get: (path: string, user = AUTHOR) =>
      as(request(server).get(url(path)), user),
    post: (body: object, user = AUTHOR) =>
      as(request(server).post(url('')), user).send(body),
    put: (path: string, body: object, user = AUTHOR) =>
      as(request(server).put(url(path)), user).send(body),
  };
}

async function insertSystems(knex: Knex) {
  const systems = [
    ['mes', '制造执行', 'MES'],
    ['aps', '智能排产', 'APS'],
    ['wms', '仓储管理', 'WMS'],
  ];
  await knex('systems').insert(
    systems.map(([name, zh, en]) => ({
      name,
      title_zh: zh,
      title_en: en,
      aliases: '[]',
      owner_ref: 'group:default/information-technology',
      criticality: 'A',
      lifecycle: 'steady',
      modules: '[]',
      source: 'catalog',
      revision: 1,
    })),
  );
}
