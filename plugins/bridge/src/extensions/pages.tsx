import { PageBlueprint } from '@backstage/frontend-plugin-api';
import HomeIcon from '@material-ui/icons/HomeOutlined';
import ItemsIcon from '@material-ui/icons/AssignmentOutlined';
import SystemsIcon from '@material-ui/icons/AppsOutlined';
import LeaderboardsIcon from '@material-ui/icons/EmojiEventsOutlined';
import CasesIcon from '@material-ui/icons/LocalLibraryOutlined';
import MeetingsIcon from '@material-ui/icons/EventOutlined';
import InboxIcon from '@material-ui/icons/MoveToInboxOutlined';
import WorkflowsIcon from '@material-ui/icons/DeviceHubOutlined';
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

/** The landing page. @internal */
export const homePage = PageBlueprint.make({
  name: 'home',
  params: {
    path: '/',
    routeRef: homeRouteRef,
    title: 'Home',
    icon: <HomeIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../home/HomePage').then(({ HomePage }) => <HomePage />),
  },
});

/** The Systems page. @internal */
export const systemsPage = PageBlueprint.make({
  name: 'systems',
  params: {
    path: '/systems',
    routeRef: systemsRouteRef,
    title: 'Systems',
    icon: <SystemsIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../systems/SystemsPage').then(({ SystemsPage }) => (
        <SystemsPage />
      )),
  },
});

/** The inbox. @internal */
export const inboxPage = PageBlueprint.make({
  name: 'inbox',
  params: {
    path: '/inbox',
    routeRef: inboxRouteRef,
    title: 'Inbox',
    icon: <InboxIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../inbox/InboxPage').then(({ InboxPage }) => <InboxPage />),
  },
});

/** The work items: their list, and the page of each. @internal */
export const itemsPage = PageBlueprint.make({
  name: 'items',
  params: {
    path: '/items',
    routeRef: itemsRouteRef,
    title: 'Work items',
    icon: <ItemsIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../items/ItemsRouter').then(({ ItemsRouter }) => <ItemsRouter />),
  },
});

/** The forms that make work items. @internal */
export const newItemPage = PageBlueprint.make({
  name: 'new',
  params: {
    path: '/new',
    routeRef: newItemsRouteRef,
    title: 'Report or suggest',
    noHeader: true,
    loader: () =>
      import('../items/NewItemRouter').then(({ NewItemRouter }) => (
        <NewItemRouter />
      )),
  },
});

/** The review meetings: their list, and the page of each. @internal */
export const meetingsPage = PageBlueprint.make({
  name: 'meetings',
  params: {
    path: '/meetings',
    routeRef: meetingsRouteRef,
    title: 'Review meetings',
    icon: <MeetingsIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../meetings/MeetingsRouter').then(({ MeetingsRouter }) => (
        <MeetingsRouter />
      )),
  },
});

/** The case library: its list, a case, the editor. @internal */
export const casesPage = PageBlueprint.make({
  name: 'cases',
  params: {
    path: '/cases',
    routeRef: casesRouteRef,
    title: 'Case library',
    icon: <CasesIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../library/CasesPage').then(({ CasesPage }) => <CasesPage />),
  },
});

/** The leaderboards of a season. @internal */
export const leaderboardsPage = PageBlueprint.make({
  name: 'leaderboards',
  params: {
    path: '/leaderboards',
    routeRef: leaderboardsRouteRef,
    title: 'Leaderboard',
    icon: <LeaderboardsIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('../recognition/LeaderboardsPage').then(({ LeaderboardsPage }) => (
        <LeaderboardsPage />
      )),
  },
});

/** The points of a person. @internal */
export const contributionsPage = PageBlueprint.make({
  name: 'contributions',
  params: {
    path: '/people/:user/contributions',
    routeRef: contributionsRouteRef,
    title: 'Contributions',
    noHeader: true,
    loader: () =>
      import('../recognition/ContributionsPage').then(
        ({ ContributionsPage }) => <ContributionsPage />,
      ),
  },
});

/** The workflows: their versions, and what can be set of them. @internal */
export const workflowsPage = PageBlueprint.make({
  name: 'workflows',
  params: {
    path: '/workflows',
    routeRef: workflowsRouteRef,
    title: 'Workflows',
    icon: <WorkflowsIcon fontSize="inherit" />,
    noHeader: true,
    loader: () =>
      import('./WorkflowPages').then(({ WorkflowPages }) => <WorkflowPages />),
  },
});

/** What goes on by itself, and where it needs a hand. @internal */
export const operationsPage = PageBlueprint.make({
  name: 'operations',
  params: {
    path: '/operations',
    routeRef: operationsRouteRef,
    title: 'Operations',
    noHeader: true,
    loader: () =>
      import('../operations/OperationsPage').then(({ OperationsPage }) => (
        <OperationsPage />
      )),
  },
});
