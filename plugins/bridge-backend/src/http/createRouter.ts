import { LoggerService } from '@backstage/backend-plugin-api';
import { BridgeError, Endpoint } from '@techbridge/plugin-bridge-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { errorHandler } from './errorHandler';
import { jsonBody } from './jsonBody';
import { openApiDocument } from './openApiDocument';

/**
 * The router of the plugin: bodies, the areas' routes, the OpenAPI document,
 * an answer for every other address, refusals in the reader's language.
 *
 * @internal
 */
export function createRouter(options: {
  endpoints: Record<string, Endpoint>;
  version: string;
  logger: LoggerService;
  addRoutes: (router: Router) => void;
}): Router {
  const router = PromiseRouter();
  const document = openApiDocument(options.endpoints, options.version);
  router.use(...jsonBody());
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  options.addRoutes(router);
  router.use(() => {
    throw new BridgeError('route-not-found');
  });
  router.use(errorHandler(options.logger));
  return router;
}
