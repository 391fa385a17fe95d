import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';
import { listPersonas } from './listPersonas';
import { personaAuthenticator } from './personaAuthenticator';

/**
 * Sign-in as any person of the catalog, without a password: for development
 * and the demo. It refuses to start in production.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'persona',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
        providers: authProvidersExtensionPoint,
      },
      async init({ auth, catalog, discovery, httpRouter, providers }) {
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            'Persona sign-in lets anybody be anyone and is refused in production. Take auth.providers.persona out of the configuration.',
          );
        }
        providers.registerProvider({
          providerId: 'persona',
          factory: createProxyAuthProviderFactory({
            authenticator: personaAuthenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: result.userRef }),
          }),
        });
        const router = Router();
        router.get('/persona/people', async (_request, response) => {
          response.json(await listPersonas({ auth, catalog, discovery }));
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({
          path: '/persona/people',
          allow: 'unauthenticated',
        });
      },
    });
  },
});
