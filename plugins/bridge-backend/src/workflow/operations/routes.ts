import { endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage, SortKind } from '../../http/cursor';
import { defineRoute, RouteContext } from '../../http/defineRoute';
import { userRefOf } from '../../http/userRefOf';
import { sender } from '../../http/sender';
import { HandOverService } from './HandOverService';
import { OperationsService } from './OperationsService';

const BY_TIME: SortKind[] = ['text', 'number'];
const BY_LINE: SortKind[] = ['text', 'number', 'number'];

function partOf(
  { limit, cursor }: { limit: number; cursor?: string },
  order: string,
  kinds: SortKind[] = BY_TIME,
) {
  return { limit, after: decodeCursor(cursor, order, kinds) };
}

/** The services behind the routes about what goes on by itself. @internal */
export interface OperationsServices {
  operations: OperationsService;
  handOvers: HandOverService;
}

/** Adds the routes about what goes on by itself. @internal */
export function addOperationsRoutes(
  everybody: RouteContext,
  { operations, handOvers }: OperationsServices,
): void {
  const context: RouteContext = { ...everybody, allow: ['user'] };
  defineRoute(context, endpoints.getOperations, async ({ caller }) => ({
    body: await operations.summary(caller),
  }));
  addLists(context, operations);
  defineRoute(
    context,
    endpoints.explain,
    async ({ params, query, caller }) => ({
      body: await operations.explain(params.key, query.person, caller),
    }),
  );
  defineRoute(context, endpoints.handOver, async input =>
    handOvers.handOver(input.params.key, input.body, sender(input)),
  );
  for (const how of ['retry', 'discard'] as const) {
    const row = {
      retry: endpoints.retryEffect,
      discard: endpoints.discardEffect,
    };
    defineRoute(context, row[how], async ({ params, caller }) => {
      const who = { person: userRefOf(caller), credentials: caller };
      await operations.settle(params.id, how, who);
      return { body: undefined };
    });
  }
}

function addLists(context: RouteContext, operations: OperationsService): void {
  defineRoute(
    context,
    endpoints.listPendingEffects,
    async ({ query, caller }) => {
      const { state } = query;
      const part = partOf(query, state);
      const slice = await operations.effects(state, part, caller);
      return { body: presentPage(state, slice) };
    },
  );
  defineRoute(
    context,
    endpoints.listPendingTimers,
    async ({ query, caller }) => {
      const slice = await operations.timers(partOf(query, 'timers'), caller);
      return { body: presentPage('timers', slice) };
    },
  );
  defineRoute(context, endpoints.listGuardErrors, async ({ query, caller }) => {
    const part = partOf(query, 'guards', BY_LINE);
    const slice = await operations.guardErrors(part, caller);
    return { body: presentPage('guards', slice) };
  });
  defineRoute(context, endpoints.listStuckItems, async ({ query, caller }) => {
    const slice = await operations.stuck(partOf(query, 'stuck'), caller);
    return { body: presentPage('stuck', slice) };
  });
}
