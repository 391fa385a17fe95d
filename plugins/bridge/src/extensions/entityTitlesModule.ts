import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  defaultEntityPresentation,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { localName } from '../components/localName';

/**
 * Shows a title that is written in both languages in the reader's language
 * wherever Backstage names an entity: links, tables, the catalog graph.
 *
 * @public
 */
export const entityTitlesModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      name: 'entity-presentation',
      params: define =>
        define({
          api: entityPresentationApiRef,
          deps: { catalogApi: catalogApiRef, languageApi: appLanguageApiRef },
          factory: ({ catalogApi, languageApi }) =>
            DefaultEntityPresentationApi.create({
              catalogApi,
              renderer: {
                async: true,
                render: ({ entity, entityRef, context }) => {
                  const shown = defaultEntityPresentation(
                    entity ?? entityRef,
                    context,
                  );
                  const { language } = languageApi.getLanguage();
                  const primaryTitle = localName(
                    shown.primaryTitle,
                    language.startsWith('zh') ? 'zh' : 'en',
                  );
                  return { snapshot: { ...shown, primaryTitle } };
                },
              },
            }),
        }),
    }),
  ],
});
