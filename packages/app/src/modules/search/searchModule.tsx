import { createFrontendModule } from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';

const searchPage = searchPlugin.getExtension('page:search').override({
  factory: original =>
    original({
      params: {
        loader: () =>
          import('./SearchPage').then(({ SearchPage }) => <SearchPage />),
      },
    }),
});

/** The search page with its words in the reader's language. @internal */
export const searchModule = createFrontendModule({
  pluginId: 'search',
  extensions: [searchPage],
});
