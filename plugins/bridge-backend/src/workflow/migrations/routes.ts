import { endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage } from '../../http/cursor';
import { Caller, defineRoute, RouteContext } from '../../http/defineRoute';
import { userRefOf } from '../../http/userRefOf';
import { MigrationCaller, MigrationService } from './MigrationService';

function worker(caller: Caller): MigrationCaller {
  return { person: userRefOf(caller), credentials: caller };
}

/** The item after which a page begins. */
function placeOf(cursor: string | undefined, order: string) {
  const after = decodeCursor(cursor, order, ['number']);
  return after && { after: Number(after[0]) };
}

/** Adds the routes about items of older versions. @internal */
export function addMigrationRoutes(
  everybody: RouteContext,
  migrations: MigrationService,
): void {
  const context: RouteContext = { ...everybody, allow: ['user'] };
  addReading(context, migrations);
  defineRoute(
    context,
    endpoints.startMigration,
    async ({ params, body, caller }) => ({
      body: await migrations.start(params.id, body, worker(caller)),
    }),
  );
  defineRoute(
    context,
    endpoints.cancelMigration,
    async ({ params, caller }) => ({
      body: await migrations.cancel(params, worker(caller)),
    }),
  );
}

function addReading(context: RouteContext, migrations: MigrationService): void {
  defineRoute(context, endpoints.getMigrations, async ({ params, caller }) => ({
    body: await migrations.overview(params.id, caller),
  }));
  defineRoute(
    context,
    endpoints.previewMigration,
    async ({ params, query: { from, cursor }, caller }) => {
      const part = { from, ...placeOf(cursor, 'preview') };
      const slice = await migrations.preview(params.id, part, caller);
      return { body: presentPage('preview', slice) };
    },
  );
  defineRoute(context, endpoints.getMigration, async ({ params, caller }) => ({
    body: await migrations.get(params, caller),
  }));
  defineRoute(
    context,
    endpoints.listMigratedItems,
    async ({ params, query: { cursor, ...page }, caller }) => {
      const part = { ...page, ...placeOf(cursor, page.outcome) };
      const slice = await migrations.items(params, part, caller);
      return { body: presentPage(page.outcome, slice) };
    },
  );
}
