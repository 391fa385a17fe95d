import { createApp } from '@backstage/frontend-defaults';
import { catalogModule } from './modules/catalog/catalogModule';
import { relationsModule } from './modules/catalog/relationsModule';
import { docsModule } from './modules/docs/docsModule';
import { searchModule } from './modules/search/searchModule';
import { shellModule } from './modules/shell/shellModule';
import { signInModule } from './modules/signIn/signInModule';
import { themeModule } from './modules/theme/themeModule';

/** The app; its plugins are found among the dependencies. @internal */
export const app = createApp({
  features: [
    themeModule,
    shellModule,
    signInModule,
    catalogModule,
    relationsModule,
    docsModule,
    searchModule,
  ],
});
