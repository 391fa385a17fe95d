import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { EventsServiceEventHandler } from '@backstage/plugin-events-node';
import { CatalogProjection } from '@techbridge/plugin-bridge-common';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import { catalogModuleBridge } from './catalogModuleBridge';

const BRIDGE = 'http://bridge.test/api/bridge';

function team(members: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: 'super-users-mes',
      annotations: {
        'backstage.io/managed-by-location': 'bridge:systems/mes',
        'backstage.io/managed-by-origin-location': 'bridge:systems/mes',
        'techbridge.io/system': 'system:default/mes',
      },
    },
    spec: { type: 'super-users', children: [], members },
  };
}

const mes: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'mes',
    annotations: team([]).metadata.annotations,
  },
  spec: { type: 'enterprise-system', owner: 'group:default/it' },
};

function person(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, annotations: team([]).metadata.annotations },
    spec: { memberOf: [] },
  };
}

const publishedCase: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'kc-014',
    title: '扫码枪重连',
    annotations: {
      'backstage.io/managed-by-location': 'bridge:cases/kc-014',
      'backstage.io/managed-by-origin-location': 'bridge:cases/kc-014',
      'backstage.io/techdocs-ref': 'url:https://bridge.test/cases/kc-014',
    },
  },
  spec: {
    type: 'case-study',
    owner: 'group:default/super-users-mes',
    dependsOn: ['system:default/mes'],
  },
};

describe('the bridge in the catalog', () => {
  const edge = setupServer();
  registerMswTestHooks(edge);

  it('relates systems and super users both ways and follows every change', async () => {
    const asked: (string | null)[] = [];
    const answers: CatalogProjection[] = [];
    edge.use(
      http.get(
        `${BRIDGE}/catalog-projection`,
        ({ request: { url, headers } }) => {
          asked.push(new URL(url).searchParams.get('since'));
          expect(headers.get('authorization')).toMatch(/^Bearer /);
          const answer = answers.at(-1);
          return answer
            ? HttpResponse.json(answer)
            : new HttpResponse(null, { status: 503 });
        },
      ),
      http.all('*', () => passthrough()),
    );
    const people = ['a', 'b'].map(person);
    const whole = (members: string[], cursor: string): CatalogProjection => ({
      cursor,
      full: true,
      entities: [mes, team(members), ...people],
      removed: [],
    });
    answers.push(whole(['user:default/a'], '1'));

    const handlers: EventsServiceEventHandler[] = [];
    const { server } = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleBridge,
        mockServices.discovery.mock({
          getBaseUrl: async () => BRIDGE,
        }).factory,
        mockServices.events.mock({
          subscribe: async ({ topics, onEvent }) => {
            if (topics.includes('bridge.catalog')) handlers.push(onEvent);
          },
        }).factory,
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: '1 seconds' } },
        }),
      ],
    });
    const changed = () =>
      handlers[0]({ topic: 'bridge.catalog', eventPayload: {} });
    const relations = async (kind: string, name: string) => {
      const answer = await request(server).get(
        `/api/catalog/entities/by-name/${kind}/default/${name}`,
      );
      return (answer.body.relations ?? []).map(
        (r: { type: string; targetRef: string }) => `${r.type} ${r.targetRef}`,
      );
    };

    await changed();
    await eventually(async () => {
      expect(await relations('system', 'mes')).toContain(
        'hasSuperUser user:default/a',
      );
      expect(await relations('user', 'a')).toEqual([
        'memberOf group:default/super-users-mes',
        'superUserOf system:default/mes',
      ]);
    });

    answers.push({
      cursor: '2',
      full: false,
      entities: [team(['user:default/b']), publishedCase],
      removed: [],
    });
    await changed();
    expect(asked.at(-1)).toBe('1');
    await eventually(async () => {
      expect(await relations('user', 'a')).toEqual([]);
      expect(await relations('user', 'b')).toContain(
        'superUserOf system:default/mes',
      );
      expect(await relations('resource', 'kc-014')).toEqual([
        'dependsOn system:default/mes',
        'ownedBy group:default/super-users-mes',
      ]);
      expect(await relations('system', 'mes')).toContain(
        'dependencyOf resource:default/kc-014',
      );
    });

    answers.push({
      cursor: '3',
      full: false,
      entities: [],
      removed: ['group:default/super-users-mes', 'system:default/mes'],
    });
    await changed();
    await eventually(async () =>
      expect(await relations('user', 'b')).toEqual([]),
    );
  }, 60_000);
});

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt === 60) throw error;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}
