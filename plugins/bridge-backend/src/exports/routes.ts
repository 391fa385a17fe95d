import { endpoints } from '@techbridge/plugin-bridge-common';
import { defineRoute, RouteContext } from '../http/defineRoute';
import { ItemExportService } from './ItemExportService';

/** The services behind the routes of exports. @internal */
export interface ExportServices {
  itemExports: ItemExportService;
}

/** Adds the routes of exports. @internal */
export function addExportRoutes(
  context: RouteContext,
  { itemExports }: ExportServices,
): void {
  defineRoute(
    context,
    endpoints.exportItems,
    async ({ params, query, language, caller }) => ({
      file: await itemExports.export(params.format, query, language, caller),
    }),
  );
}
