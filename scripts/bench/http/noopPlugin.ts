import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { systemReadPermission } from '@techbridge/plugin-bridge-common';
import Router from 'express-promise-router';

/**
 * The least that a route of Backstage does: it knows who calls, and asks the
 * permission framework once.
 *
 * @internal
 */
export const noopPlugin = createBackendPlugin({
  pluginId: 'noop',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({ httpAuth, httpRouter, permissions }) {
        const router = Router();
        router.get('/', async (request, response) => {
          const credentials = await httpAuth.credentials(request);
          const [decision] = await permissions.authorizeConditional(
            [{ permission: systemReadPermission }],
            { credentials },
          );
          if (decision.result === AuthorizeResult.DENY) {
            throw new NotAllowedError();
          }
          response.json({});
        });
        httpRouter.use(router);
      },
    });
  },
});
