import { PageBlueprint } from '@backstage/frontend-plugin-api';
import HomeIcon from '@material-ui/icons/HomeOutlined';
import SystemsIcon from '@material-ui/icons/AppsOutlined';
import { homeRouteRef, systemsRouteRef } from '../routes';

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
