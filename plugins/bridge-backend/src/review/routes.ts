import { endpoints } from '@techbridge/plugin-bridge-common';
import { defineRoute, RouteContext } from '../http/defineRoute';
import { DecisionService } from './DecisionService';

/** The services behind the routes of the review. @internal */
export interface ReviewServices {
  decisions: DecisionService;
}

/** Adds the routes of decision records. @internal */
export function addReviewRoutes(
  context: RouteContext,
  { decisions }: ReviewServices,
): void {
  defineRoute(context, endpoints.listDecisions, async ({ params, caller }) => ({
    body: await decisions.list(params.key, caller),
  }));
}
