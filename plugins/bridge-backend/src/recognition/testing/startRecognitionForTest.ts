import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { BridgeError, endpoints } from '@techbridge/plugin-bridge-common';
import { DateTime } from 'luxon';
import request from 'supertest';
import { Clock } from '../../database/Clock';
import { createRouter } from '../../http/createRouter';
import { buildRecognition } from '../buildRecognition';
import { PermissionGate } from '../LeaderboardService';
import { addRecognitionRoutes } from '../routes';
import { TestPlant, TIME_ZONE } from './TestPlant';

const MANAGER = 'user:default/lin';

type Router = Parameters<typeof addRecognitionRoutes>[0]['router'];

/**
 * The room with its routes on a plant. Everybody may read and only
 * `user:default/lin` may manage.
 */
export async function startRecognitionForTest(plant: TestPlant, now: string) {
  const { knex, people } = plant;
  const clock = new Clock(knex, TIME_ZONE);
  await clock.set(DateTime.fromISO(now));
  const counts = { authorize: 0, statements: [] as string[] };
  const gate: PermissionGate = {
    require: async ({ attributes }, { principal }) => {
      counts.authorize += 1;
      const { userEntityRef } = principal as { userEntityRef?: string };
      if (attributes.action !== 'read' && userEntityRef !== MANAGER) {
        throw new BridgeError('not-allowed');
      }
    },
  };
  const { services } = buildRecognition({ gate, knex, clock, people });
  const { server } = await startTestBackend({
    features: [pluginWith(services)],
  });
  knex.on('query', ({ sql }) => counts.statements.push(sql));
  const as = (test: request.Test, user: string) =>
    test.set(
      'Authorization',
      user === 'service'
        ? mockCredentials.service.header()
        : mockCredentials.user.header(user),
    );
  return {
    counts,
    resetCounts: () => Object.assign(counts, { authorize: 0, statements: [] }),
    get: (path: string, user = MANAGER) =>
      as(request(server).get(`/api/bridge${path}`), user),
    post: (path: string, user = MANAGER) =>
      as(request(server).post(`/api/bridge${path}`), user).send({}),
  };
}

function pluginWith(services: Parameters<typeof addRecognitionRoutes>[1]) {
  return createBackendPlugin({
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
            addRecognitionRoutes({ router, httpAuth }, services);
          httpRouter.use(
            createRouter({ endpoints, version: '0', logger, addRoutes }),
          );
        },
      });
    },
  });
}
