import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The landing page. @public */
export const homeRouteRef = createRouteRef({ id: 'bridge.home' });

/** The Systems page: who owns which system, whom to ask now. @public */
export const systemsRouteRef = createRouteRef({ id: 'bridge.systems' });

/** The form that registers a system. @public */
export const newSystemRouteRef = createSubRouteRef({
  id: 'bridge.systems.new',
  parent: systemsRouteRef,
  path: '/new',
});

/** The inbox: what waits for the reader. @public */
export const inboxRouteRef = createRouteRef({ id: 'bridge.inbox' });

/** The Work items page. @public */
export const itemsRouteRef = createRouteRef({ id: 'bridge.items' });

/** One work item. @public */
export const itemRouteRef = createSubRouteRef({
  id: 'bridge.items.item',
  parent: itemsRouteRef,
  path: '/:key',
});

/** The records of what boards have decided on a work item. @public */
export const decisionsRouteRef = createSubRouteRef({
  id: 'bridge.items.decisions',
  parent: itemsRouteRef,
  path: '/:key/decision',
});

/** A work item as an office document. @public */
export const printRouteRef = createSubRouteRef({
  id: 'bridge.items.print',
  parent: itemsRouteRef,
  path: '/:key/print',
});

/** What can be reported or suggested. @public */
export const newItemsRouteRef = createRouteRef({ id: 'bridge.new' });

/** The form that makes an item of a workflow. @public */
export const newItemRouteRef = createSubRouteRef({
  id: 'bridge.new.item',
  parent: newItemsRouteRef,
  path: '/:workflow',
});

/** The case library. @public */
export const casesRouteRef = createRouteRef({ id: 'bridge.cases' });

/** The form that begins a case. @public */
export const newCaseRouteRef = createSubRouteRef({
  id: 'bridge.cases.new',
  parent: casesRouteRef,
  path: '/new',
});

/** One case, to read. @public */
export const caseRouteRef = createSubRouteRef({
  id: 'bridge.cases.case',
  parent: casesRouteRef,
  path: '/:id',
});

/** One case, to edit. @public */
export const editCaseRouteRef = createSubRouteRef({
  id: 'bridge.cases.edit',
  parent: casesRouteRef,
  path: '/:id/edit',
});

/** The leaderboards of a season. @public */
export const leaderboardsRouteRef = createRouteRef({
  id: 'bridge.leaderboards',
});

/** The workflows and their versions. @public */
export const workflowsRouteRef = createRouteRef({ id: 'bridge.workflows' });

/** A file that becomes a version of a workflow. @public */
export const workflowImportRouteRef = createSubRouteRef({
  id: 'bridge.workflows.import',
  parent: workflowsRouteRef,
  path: '/import',
});

/** What can be set of a workflow without knowing its language. @public */
export const workflowSettingsRouteRef = createSubRouteRef({
  id: 'bridge.workflows.settings',
  parent: workflowsRouteRef,
  path: '/:id/settings',
});

/** One version of a workflow. @public */
export const workflowVersionRouteRef = createSubRouteRef({
  id: 'bridge.workflows.version',
  parent: workflowsRouteRef,
  path: '/:id/versions/:version',
});

/** A version of a workflow, played through. @public */
export const workflowPlayRouteRef = createSubRouteRef({
  id: 'bridge.workflows.play',
  parent: workflowsRouteRef,
  path: '/:id/versions/:version/play',
});

/** The review meetings: to come, and those before. @public */
export const meetingsRouteRef = createRouteRef({ id: 'bridge.meetings' });

/** The form that plans a review meeting. @public */
export const newMeetingRouteRef = createSubRouteRef({
  id: 'bridge.meetings.new',
  parent: meetingsRouteRef,
  path: '/new',
});

/** One review meeting: its plan, its sitting, its minutes. @public */
export const meetingRouteRef = createSubRouteRef({
  id: 'bridge.meetings.meeting',
  parent: meetingsRouteRef,
  path: '/:id',
});

/** What goes on by itself, and where it needs a hand. @public */
export const operationsRouteRef = createRouteRef({ id: 'bridge.operations' });

/** The points of a person, each with its source. @public */
export const contributionsRouteRef = createRouteRef({
  id: 'bridge.contributions',
  params: ['user'],
});

/** Where TechDocs shows the documents of an entity, where it is installed. @public */
export const docsRouteRef = createExternalRouteRef({
  id: 'bridge.docs',
  optional: true,
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'techdocs.docRoot',
});
