import type { Entity } from '@backstage/catalog-model';
import {
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  AsyncEntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { bridgePlugin } from '../plugin';
import {
  casesRouteRef,
  contributionsRouteRef,
  homeRouteRef,
  inboxRouteRef,
  itemsRouteRef,
  leaderboardsRouteRef,
  meetingsRouteRef,
  newItemsRouteRef,
  operationsRouteRef,
  systemsRouteRef,
  workflowsRouteRef,
} from '../routes';

/** Who looks, and in which language. @internal */
export interface Reader {
  language?: 'en' | 'zh-CN';
  user?: string;
  groups?: string[];
  /** Whether every permission is granted. */
  allowed?: boolean;
  /** What the catalog holds. */
  entities?: Entity[];
  /** Wakes pages up; silent without it. */
  signals?: SignalApi;
}

function FreshPermissions({ children }: { children: ReactNode }) {
  return (
    <SWRConfig value={{ provider: () => new Map() }}>{children}</SWRConfig>
  );
}

/** What one reader is allowed must not be remembered for the next one. */
const freshPermissions = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AppRootWrapperBlueprint.make({ params: { component: FreshPermissions } }),
  ],
});

const withoutPages: ExtensionDefinition[] = [
  bridgePlugin.getExtension('page:bridge/home').override({ disabled: true }),
  bridgePlugin.getExtension('page:bridge/systems').override({ disabled: true }),
  bridgePlugin.getExtension('page:bridge/inbox').override({ disabled: true }),
  bridgePlugin.getExtension('page:bridge/items').override({ disabled: true }),
  bridgePlugin.getExtension('page:bridge/new').override({ disabled: true }),
  bridgePlugin
    .getExtension('page:bridge/meetings')
    .override({ disabled: true }),
  bridgePlugin.getExtension('page:bridge/cases').override({ disabled: true }),
  bridgePlugin
    .getExtension('page:bridge/leaderboards')
    .override({ disabled: true }),
  bridgePlugin
    .getExtension('page:bridge/contributions')
    .override({ disabled: true }),
  bridgePlugin
    .getExtension('page:bridge/workflows')
    .override({ disabled: true }),
  bridgePlugin
    .getExtension('page:bridge/operations')
    .override({ disabled: true }),
];

const docRootRouteRef = createRouteRef({
  params: ['namespace', 'kind', 'name'],
});

/** Stands where TechDocs would, so that links lead there. */
const techdocs = createFrontendPlugin({
  pluginId: 'techdocs',
  routes: { docRoot: docRootRouteRef },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/docs/:namespace/:kind/:name',
        routeRef: docRootRouteRef,
        loader: async () => <div />,
      },
    }),
  ],
});

/** Shows a page of the plugin, found by its address. @internal */
export function renderPage(path: string, reader: Reader = {}) {
  return renderTestApp({
    features: [bridgePlugin, techdocs, freshPermissions],
    apis: apisOf(reader),
    config: configOf(reader),
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

/** Shows a card on the page of an entity. @internal */
export function renderCard(
  card: JSX.Element,
  entity: Entity,
  reader: Reader = {},
) {
  return renderInTestApp(
    <AsyncEntityProvider entity={entity} loading={false}>
      {card}
    </AsyncEntityProvider>,
    {
      features: [
        bridgePlugin.withOverrides({ extensions: withoutPages }),
        freshPermissions,
      ],
      apis: apisOf(reader),
      config: configOf(reader),
      mountedRoutes: {
        '/': homeRouteRef,
        '/systems': systemsRouteRef,
        '/cases': casesRouteRef,
        '/inbox': inboxRouteRef,
        '/items': itemsRouteRef,
        '/new': newItemsRouteRef,
        '/leaderboards': leaderboardsRouteRef,
        '/meetings': meetingsRouteRef,
        '/people/:user/contributions': contributionsRouteRef,
        '/workflows': workflowsRouteRef,
        '/operations': operationsRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

const SILENCE: SignalApi = {
  subscribe: () => ({ unsubscribe: () => undefined }),
};

function apisOf(reader: Reader) {
  const { user = 'user:default/tang.ting', groups = [] } = reader;
  const result =
    reader.allowed === false ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  const catalogApi = catalogApiMock({ entities: reader.entities ?? [] });
  return [
    [catalogApiRef, catalogApi],
    [signalApiRef, reader.signals ?? SILENCE],
    mockApis.permission({ authorize: result }),
    mockApis.storage(),
    mockApis.identity({
      userEntityRef: user,
      ownershipEntityRefs: [user, ...groups],
    }),
  ] as const;
}

function configOf({ language = 'en' }: Reader) {
  return {
    app: {
      title: 'Tech Bridge',
      baseUrl: 'http://localhost:3000',
      extensions: [
        {
          'api:app/app-language': {
            config: {
              availableLanguages: ['en', 'zh-CN'],
              defaultLanguage: language,
            },
          },
        },
      ],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}
