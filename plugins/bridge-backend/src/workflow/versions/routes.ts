import {
  endpoints,
  VersionStep,
  versionSteps,
} from '@techbridge/plugin-bridge-common';
import { Caller, defineRoute, RouteContext } from '../../http/defineRoute';
import { userRefOf } from '../../http/userRefOf';
import { PlayService } from './PlayService';
import { VersionCaller, VersionService } from './VersionService';

function worker(caller: Caller): VersionCaller {
  return { person: userRefOf(caller), credentials: caller };
}

const STEPS = {
  submit: endpoints.submitWorkflowVersion,
  return: endpoints.returnWorkflowVersion,
  discard: endpoints.discardWorkflowVersion,
} satisfies { [step in Exclude<VersionStep, 'publish'>]: unknown };

/** Adds the route that plays workflows through. @internal */
export function addPlayRoutes(
  everybody: RouteContext,
  plays: PlayService,
): void {
  const context: RouteContext = { ...everybody, allow: ['user'] };
  defineRoute(
    context,
    endpoints.playWorkflow,
    async ({ params, body, caller }) => ({
      body: await plays.play(params.id, body, caller),
    }),
  );
}

/** Adds the routes of versions that are not in force yet. @internal */
export function addVersionRoutes(
  everybody: RouteContext,
  versions: VersionService,
): void {
  const context: RouteContext = { ...everybody, allow: ['user'] };
  addReading(context, versions);
  defineRoute(
    context,
    endpoints.createWorkflowVersion,
    async ({ params, body, caller }) => ({
      body: await versions.create(params.id, body, worker(caller)),
    }),
  );
  defineRoute(
    context,
    endpoints.editWorkflowVersion,
    async ({ params: { id, version }, body, caller }) => ({
      body: await versions.edit(id, version, body, worker(caller)),
    }),
  );
  for (const step of versionSteps) {
    if (step !== 'publish') {
      defineRoute(context, STEPS[step], async ({ params, body, caller }) => {
        const input = { ...body, version: params.version };
        const who = worker(caller);
        return { body: await versions.step(step, params.id, input, who) };
      });
    }
  }
  defineRoute(
    context,
    endpoints.publishWorkflow,
    async ({ params, body, caller }) => ({
      body: await versions.step('publish', params.id, body, worker(caller)),
    }),
  );
}

function addReading(context: RouteContext, versions: VersionService): void {
  defineRoute(context, endpoints.listNewWorkflows, async ({ caller }) => {
    const items = await versions.listNew(worker(caller));
    return { body: { items, total: items.length, nextCursor: null } };
  });
  defineRoute(
    context,
    endpoints.getWorkflowSettings,
    async ({ params, query, caller }) => ({
      body: await versions.settings(params.id, query.version, worker(caller)),
    }),
  );
  defineRoute(
    context,
    endpoints.previewWorkflow,
    async ({ params, body, caller }) => ({
      body: await versions.preview(params.id, body, worker(caller)),
    }),
  );
  defineRoute(
    context,
    endpoints.getWorkflowVersion,
    async ({ params: { id, version }, caller }) => ({
      body: await versions.get(id, version, worker(caller)),
    }),
  );
}
