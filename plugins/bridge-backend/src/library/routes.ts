import { BridgeError, endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage } from '../http/cursor';
import { defineRoute, RouteContext } from '../http/defineRoute';
import { CaseDocumentsService } from './CaseDocumentsService';
import { CaseService } from './CaseService';

/** The services behind the library's routes. @internal */
export interface LibraryServices {
  cases: CaseService;
  documents: CaseDocumentsService;
}

/** Adds the routes of cases. @internal */
export function addLibraryRoutes(
  context: RouteContext,
  { cases, documents }: LibraryServices,
): void {
  defineRoute(context, endpoints.listCases, async ({ query, caller }) => {
    const after = decodeCursor(query.cursor, query.order);
    const slice = await cases.list(query, after, caller);
    return { body: presentPage(query.order, slice) };
  });
  defineRoute(
    context,
    endpoints.createCase,
    async ({ body, caller, idempotencyKey }) => ({
      body: await cases.create(body, caller, idempotencyKey),
    }),
  );
  defineRoute(context, endpoints.getCase, async ({ params, caller }) => ({
    body: await cases.get(params.id, caller),
  }));
  defineRoute(
    context,
    endpoints.updateCase,
    async ({ params, body, caller }) => ({
      body: await cases.update(params.id, body, caller),
    }),
  );
  defineRoute(
    context,
    endpoints.listCaseRevisions,
    async ({ params, query, caller }) => {
      const below = revisionIn(decodeCursor(query.cursor, 'revision'));
      const page = { limit: query.limit, below };
      const slice = await cases.revisions(params.id, page, caller);
      return { body: presentPage('revision', slice) };
    },
  );
  defineRoute(
    { ...context, allow: ['service'] },
    endpoints.getCaseDocuments,
    async ({ params }) => {
      const body = await documents.documents(params.id);
      return { body, etag: body.etag };
    },
  );
}

function revisionIn(after: string[] | undefined): number | undefined {
  if (after && !/^\d{1,9}$/.test(after.join())) {
    throw new BridgeError('invalid-cursor');
  }
  return after && Number(after[0]);
}
