/**
 * Tech Bridge for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { bridgeApiRef } from './api/bridgeApiRef';
import { createBridgeApi } from './api/createBridgeApi';
import {
  caseRouteRef,
  casesRouteRef,
  contributionsRouteRef,
  decisionsRouteRef,
  docsRouteRef,
  editCaseRouteRef,
  homeRouteRef,
  inboxRouteRef,
  itemRouteRef,
  itemsRouteRef,
  leaderboardsRouteRef,
  meetingRouteRef,
  meetingsRouteRef,
  newCaseRouteRef,
  newItemRouteRef,
  newItemsRouteRef,
  newMeetingRouteRef,
  newSystemRouteRef,
  systemsRouteRef,
  workflowSettingsRouteRef,
  operationsRouteRef,
  workflowsRouteRef,
  workflowVersionRouteRef,
} from './routes';

/** The plugin, for apps on the old frontend system. @public */
export const bridgePlugin = createPlugin({
  id: 'bridge',
  routes: {
    home: homeRouteRef,
    systems: systemsRouteRef,
    newSystem: newSystemRouteRef,
    inbox: inboxRouteRef,
    items: itemsRouteRef,
    item: itemRouteRef,
    decisions: decisionsRouteRef,
    newItems: newItemsRouteRef,
    newItem: newItemRouteRef,
    meetings: meetingsRouteRef,
    newMeeting: newMeetingRouteRef,
    meeting: meetingRouteRef,
    cases: casesRouteRef,
    newCase: newCaseRouteRef,
    case: caseRouteRef,
    editCase: editCaseRouteRef,
    leaderboards: leaderboardsRouteRef,
    contributions: contributionsRouteRef,
    operations: operationsRouteRef,
    workflows: workflowsRouteRef,
    workflowSettings: workflowSettingsRouteRef,
    workflowVersion: workflowVersionRouteRef,
  },
  externalRoutes: { docs: docsRouteRef },
  apis: [
    createApiFactory({
      api: bridgeApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => createBridgeApi(deps),
    }),
  ],
});

/** The landing page. @public */
export const BridgeHomePage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeHomePage',
    component: () => import('./home/HomePage').then(({ HomePage }) => HomePage),
    mountPoint: homeRouteRef,
  }),
);

/** The Systems page. @public */
export const BridgeSystemsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeSystemsPage',
    component: () =>
      import('./systems/SystemsPage').then(({ SystemsPage }) => SystemsPage),
    mountPoint: systemsRouteRef,
  }),
);

/** The inbox. @public */
export const BridgeInboxPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeInboxPage',
    component: () =>
      import('./inbox/InboxPage').then(({ InboxPage }) => InboxPage),
    mountPoint: inboxRouteRef,
  }),
);

/** The work items: their list, and the page of each. @public */
export const BridgeItemsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeItemsPage',
    component: () =>
      import('./items/ItemsRouter').then(({ ItemsRouter }) => ItemsRouter),
    mountPoint: itemsRouteRef,
  }),
);

/** The forms that make work items. @public */
export const BridgeNewItemPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeNewItemPage',
    component: () =>
      import('./items/NewItemRouter').then(
        ({ NewItemRouter }) => NewItemRouter,
      ),
    mountPoint: newItemsRouteRef,
  }),
);

/** The review meetings: their list, and the page of each. @public */
export const BridgeMeetingsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeMeetingsPage',
    component: () =>
      import('./meetings/MeetingsRouter').then(
        ({ MeetingsRouter }) => MeetingsRouter,
      ),
    mountPoint: meetingsRouteRef,
  }),
);

/** The case library. @public */
export const BridgeCasesPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeCasesPage',
    component: () =>
      import('./library/CasesPage').then(({ CasesPage }) => CasesPage),
    mountPoint: casesRouteRef,
  }),
);

/** The leaderboards of a season. @public */
export const BridgeLeaderboardsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeLeaderboardsPage',
    component: () =>
      import('./recognition/LeaderboardsPage').then(
        ({ LeaderboardsPage }) => LeaderboardsPage,
      ),
    mountPoint: leaderboardsRouteRef,
  }),
);

/** The points of a person. @public */
export const BridgeContributionsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeContributionsPage',
    component: () =>
      import('./recognition/ContributionsPage').then(
        ({ ContributionsPage }) => ContributionsPage,
      ),
    mountPoint: contributionsRouteRef,
  }),
);

/** What goes on by itself, and where it needs a hand. @public */
export const BridgeOperationsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeOperationsPage',
    component: () =>
      import('./operations/OperationsPage').then(
        ({ OperationsPage }) => OperationsPage,
      ),
    mountPoint: operationsRouteRef,
  }),
);

/** The workflows, their versions and settings. @public */
export const BridgeWorkflowsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeWorkflowsPage',
    component: () =>
      import('./extensions/WorkflowPages').then(
        ({ WorkflowPages }) => WorkflowPages,
      ),
    mountPoint: workflowsRouteRef,
  }),
);
