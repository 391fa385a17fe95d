import {
  ErrorDisplay,
  NotFoundErrorPage,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';

// The names are those of the extensions of the app plugin: an extension of a
// module replaces the one of its plugin that has the same ID.

const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({
      component: PageLayout,
      loader: () => import('../components/PageLayout').then(m => m.PageLayout),
    }),
});

const notFoundErrorPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({
      component: NotFoundErrorPage,
      loader: () =>
        import('../components/NotFoundErrorPage').then(
          m => m.NotFoundErrorPage,
        ),
    }),
});

const errorDisplay = SwappableComponentBlueprint.make({
  name: 'core-error-display',
  params: define =>
    define({
      component: ErrorDisplay,
      loader: () =>
        import('../components/ErrorDisplay').then(m => m.ErrorDisplay),
    }),
});

/**
 * The parts of the app whose text Backstage has in English only.
 *
 * @internal
 */
export const components = [pageLayout, notFoundErrorPage, errorDisplay];
