import { endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage, SortKind } from '../http/cursor';
import { defineRoute, RouteContext } from '../http/defineRoute';
import { sender } from '../http/sender';
import { userRefOf } from '../http/userRefOf';
import { BallotService } from './BallotService';
import { DefinitionService } from './DefinitionService';
import { InboxService } from './InboxService';
import { ItemCommandService } from './ItemCommandService';
import { ItemService } from './ItemService';
import { SavedFilterService } from './SavedFilterService';
import { SimilarItemService } from './SimilarItemService';

/** The services behind the routes of work items. @internal */
export interface WorkflowServices {
  items: ItemService;
  commands: ItemCommandService;
  ballots: BallotService;
  inbox: InboxService;
  filters: SavedFilterService;
  similar: SimilarItemService;
  definitions: DefinitionService;
}

const INBOX_ORDER: SortKind[] = ['text', 'number', 'text'];

const usersOnly = (context: RouteContext): RouteContext => ({
  ...context,
  allow: ['user'],
});

/** Adds the routes of work items, inboxes and workflow definitions. @internal */
export function addWorkflowRoutes(
  context: RouteContext,
  services: WorkflowServices,
): void {
  addListRoutes(context, services);
  addReadingRoutes(context, services);
  addCommandRoutes(usersOnly(context), services);
  addDefinitionRoutes(context, services);
}

function addListRoutes(
  context: RouteContext,
  { filters, similar }: WorkflowServices,
): void {
  const own = usersOnly(context);
  defineRoute(
    context,
    endpoints.listSimilarItems,
    async ({ query, caller }) => {
      const items = await similar.list(query, caller);
      return { body: { items, total: items.length, nextCursor: null } };
    },
  );
  defineRoute(own, endpoints.listFilters, async ({ caller }) => {
    const items = await filters.list(sender({ caller }));
    return { body: { items, total: items.length, nextCursor: null } };
  });
  defineRoute(own, endpoints.saveFilter, async ({ body, caller }) => ({
    body: await filters.save(body, sender({ caller })),
  }));
  defineRoute(own, endpoints.deleteFilter, async ({ params, caller }) => {
    await filters.delete(params.id, sender({ caller }));
    return { body: undefined };
  });
}

function addReadingRoutes(
  context: RouteContext,
  { items, inbox }: WorkflowServices,
): void {
  defineRoute(context, endpoints.listItems, async ({ query, caller }) => {
    const after = decodeCursor(query.cursor, query.order, ['text', 'number']);
    const slice = await items.list(query, after, caller);
    return { body: presentPage(query.order, slice) };
  });
  defineRoute(
    usersOnly(context),
    endpoints.getItem,
    async ({ params, caller }) => ({
      body: await items.get(params.key, userRefOf(caller), caller),
    }),
  );
  defineRoute(
    context,
    endpoints.getJournal,
    async ({ params, query, caller }) => {
      const after = decodeCursor(query.cursor, 'seq', ['number']);
      const page = { limit: query.limit, after };
      const { principal } = caller;
      const actor =
        principal.type === 'user' ? principal.userEntityRef : undefined;
      const { brokenAt, ...slice } = await items.journal(params.key, page, {
        ...{ caller, actor },
      });
      const intact = brokenAt === null;
      return { body: { ...presentPage('seq', slice), intact, brokenAt } };
    },
  );
  defineRoute(context, endpoints.getChain, async ({ params, caller }) => ({
    body: await items.chain(params.key, caller),
  }));
  defineRoute(
    usersOnly(context),
    endpoints.getInbox,
    async ({ query, caller }) => {
      const after = decodeCursor(query.cursor, 'since', INBOX_ORDER);
      const slice = await inbox.list(query, after, sender({ caller }));
      return { body: presentPage('since', slice) };
    },
  );
}

function addCommandRoutes(
  context: RouteContext,
  { commands, ballots }: WorkflowServices,
): void {
  defineRoute(context, endpoints.createItem, async input =>
    commands.create(input.body, sender(input)),
  );
  defineRoute(context, endpoints.act, async input => {
    const { key, action } = input.params;
    return commands.act(key, action, input.body, sender(input));
  });
  defineRoute(context, endpoints.castBallot, async input =>
    ballots.cast(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.declareRecusal, async input =>
    ballots.recuse(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.changeVoters, async input =>
    ballots.changeVoters(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.reportCondition, async input => {
    const { key, condition } = input.params;
    return commands.reportCondition(key, condition, input.body, sender(input));
  });
  defineRoute(context, endpoints.commentOnItem, async input =>
    commands.comment(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.linkItem, async input =>
    commands.link(input.params.key, input.body, sender(input)),
  );
}

function addDefinitionRoutes(
  context: RouteContext,
  { definitions }: WorkflowServices,
): void {
  defineRoute(context, endpoints.listWorkflows, async ({ caller }) => {
    const items = await definitions.list(caller);
    return { body: { items, total: items.length, nextCursor: null } };
  });
  defineRoute(
    context,
    endpoints.getWorkflow,
    async ({ params, query, caller }) => ({
      body: await definitions.get(params.id, query.version, caller),
    }),
  );
  defineRoute(
    context,
    endpoints.listWorkflowVersions,
    async ({ params, query, caller }) => {
      const after = decodeCursor(query.cursor, 'version', ['number']);
      const page = { limit: query.limit, after };
      const slice = await definitions.history(params.id, page, caller);
      return { body: presentPage('version', slice) };
    },
  );
  defineRoute(context, endpoints.getWorkflowVocabulary, async ({ caller }) => ({
    body: await definitions.vocabulary(caller),
  }));
  defineRoute(
    context,
    endpoints.validateWorkflow,
    async ({ body, caller }) => ({
      body: await definitions.validate(body.yaml, caller),
    }),
  );
  defineRoute(context, endpoints.reloadWorkflows, async ({ caller }) => ({
    body: await definitions.reloadFor(caller),
  }));
}
