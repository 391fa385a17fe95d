import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/** Sign-in as a person of the demo, or as the backend allows. @internal */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () =>
          import('./PersonaSignInPage').then(
            ({ PersonaSignInPage }) => PersonaSignInPage,
          ),
      },
    }),
  ],
});
