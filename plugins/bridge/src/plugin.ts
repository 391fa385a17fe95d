import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { bridgeApi } from './extensions/bridgeApi';
import {
  superUserOfCard,
  systemFactsCard,
  whoAnswersCard,
} from './extensions/entityCards';
import { homePage, systemsPage } from './extensions/pages';
import { homeRouteRef, newSystemRouteRef, systemsRouteRef } from './routes';

/** The pages and entity cards of Tech Bridge. @public */
export const bridgePlugin = createFrontendPlugin({
  pluginId: 'bridge',
  title: 'Tech Bridge',
  info: { packageJson: () => import('../package.json') },
  routes: {
    home: homeRouteRef,
    systems: systemsRouteRef,
    newSystem: newSystemRouteRef,
  },
  extensions: [
    bridgeApi,
    homePage,
    systemsPage,
    whoAnswersCard,
    systemFactsCard,
    superUserOfCard,
  ],
});
