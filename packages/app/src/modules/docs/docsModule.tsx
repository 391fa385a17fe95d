import { createFrontendModule } from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';

const docsPage = techdocsPlugin.getExtension('page:techdocs').override({
  factory: original =>
    original({
      params: {
        loader: () => import('./DocsPage').then(({ DocsPage }) => <DocsPage />),
      },
    }),
});

/**
 * The documents: their titles and owners, in the reader's language and wide
 * enough to read.
 *
 * @internal
 */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [docsPage],
});
