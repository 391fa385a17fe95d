import {
  BackendFeature,
  BackstageCredentials,
  BackstageUserPrincipal,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Server } from 'http';
import { Knex } from 'knex';
import request from 'supertest';
import { bridgePlugin } from '../plugin';
import { demoEntities } from './demoEntities';

/** Decides a permission by its name for a person. */
export type TestPolicy = (permission: string, user: string) => PolicyDecision;

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };

/** The whole plugin on a database, with what it asks counted. */
export interface TestBridge {
  get(path: string, user?: string): request.Test;
  send(
    method: 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    user?: string,
  ): request.Test;
  /** As another plugin of the platform. */
  asService(path: string): request.Test;
  /** Runs a scheduled task now. */
  runTask(id: string): Promise<void>;
  /** What people were told. */
  notifications: { to: string[]; title: string; link?: string }[];
  /** What was published on the event bus. */
  topics: string[];
  /** How often the permission framework was asked since `resetCounts`. */
  counts: { authorize: number; statements: string[] };
  resetCounts(): void;
  server: Server;
}

/** Starts the plugin, its catalog mirrored once. */
export async function startBridgeForTest(options: {
  knex: Knex;
  entities?: Entity[];
  policy?: TestPolicy;
  config?: object;
  /** Modules of others. */
  features?: BackendFeature[];
  /** Hears of each notification before it is kept; it may fail. */
  hearNotification?: (payload: NotificationSendOptions['payload']) => void;
}): Promise<TestBridge> {
  const { knex, entities = demoEntities, policy = () => ALLOW } = options;
  const counts = { authorize: 0, statements: [] as string[] };
  const tasks = new Map<string, () => Promise<void>>();
  const topics: string[] = [];
  const notifications: TestBridge['notifications'] = [];
  knex.on('query', ({ sql }) => counts.statements.push(sql));
  const { server } = await startTestBackend({
    features: [
      bridgePlugin,
      ...(options.features ?? []),
      catalogServiceMock.factory({ entities }),
      mockServices.database.mock({ getClient: async () => knex }).factory,
      permissionsFor(policy, counts).factory,
      schedulerThatKeeps(tasks).factory,
      notificationsThatKeep(notifications, options.hearNotification),
      mockServices.events.mock({
        publish: async ({ topic }) => void topics.push(topic),
        subscribe: async () => undefined,
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          bridge: { calendar: { timeZone: 'Asia/Shanghai' } },
          ...options.config,
        },
      }),
    ],
  });
  const runTask = async (id: string) => tasks.get(id)?.();
  await runTask('bridge-mirror-systems');
  const header = (user: string) => mockCredentials.user.header(user);
  return {
    server,
    topics,
    notifications,
    counts,
    runTask,
    resetCounts: () => Object.assign(counts, { authorize: 0, statements: [] }),
    get: (path, user = 'user:default/lin.xiaolan') =>
      request(server).get(path).set('Authorization', header(user)),
    asService: path =>
      request(server)
        .get(path)
        .set('Authorization', mockCredentials.service.header()),
    send: (method, path, body, user = 'user:default/lin.xiaolan') =>
      request(server)
        [method](path)
        .set('Authorization', header(user))
        .send(body),
  };
}

function permissionsFor(policy: TestPolicy, counts: { authorize: number }) {
  const decide = (
    queries: { permission: { name: string } }[],
    credentials?: BackstageCredentials,
  ) => {
    counts.authorize += 1;
    const principal = credentials?.principal as
      | BackstageUserPrincipal
      | undefined;
    return queries.map(({ permission }) =>
      policy(permission.name, principal?.userEntityRef ?? ''),
    );
  };
  return mockServices.permissions.mock({
    authorize: (async (queries, o) =>
      decide(queries, o.credentials)) as PermissionsService['authorize'],
    authorizeConditional: async (queries, o) => decide(queries, o.credentials),
  });
}

function notificationsThatKeep(
  told: TestBridge['notifications'],
  hear: (payload: NotificationSendOptions['payload']) => void = () => undefined,
) {
  return createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({
      send: async ({ recipients, payload }) => {
        hear(payload);
        const { title, link } = payload;
        const to =
          recipients.type === 'entity' ? [recipients.entityRef].flat() : [];
        told.push({ to, title, ...(link && { link }) });
      },
    }),
  });
}

function schedulerThatKeeps(tasks: Map<string, () => Promise<void>>) {
  return mockServices.scheduler.mock({
    scheduleTask: async task => {
      tasks.set(task.id, async () => {
        await task.fn(new AbortController().signal);
      });
    },
  });
}
