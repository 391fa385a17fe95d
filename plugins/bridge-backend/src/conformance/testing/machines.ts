/** A part that people play for an item. */
export type Part =
  | 'creator'
  | 'proposer'
  | 'triager'
  | 'superUser'
  | 'systemOwner'
  | 'programmeOffice'
  | 'chair'
  | 'controller'
  | 'analyst'
  | 'author'
  | 'secondReader';

/**
 * A way from one state to the next. Its name is that of the action, with a
 * further word where one action leads to two places; that of an outcome of a
 * vote begins with `=`, that of an event of another item with `!`.
 */
export interface Way {
  from: string;
  name: string;
  to: string;
  /** Who may go it; nobody by hand where it is left out. */
  by?: Part[];
  comment?: 'required';
  /** How often an item may go it. */
  max?: number;
}

/** What is known of a kind of item. */
export interface Machine {
  /** The kind, as it stands in the counts. */
  name: string;
  /** Every state in which an item rests. */
  states: string[];
  ways: Way[];
}

const PROPOSING: Part[] = ['proposer', 'creator'];

/** How a proposal goes. */
export const PROPOSAL: Machine = {
  name: 'proposal',
  states: [
    ...['draft', 'triage', 'fastTrack', 'evidence', 'board', 'conditions'],
    ...['undecided', 'deferred', 'explanation', 'inDelivery', 'tracking'],
    ...['verified', 'review', 'reviewed', 'notAchieved', 'rejected'],
    ...['duplicate', 'withdrawn', 'stopped'],
  ],
  ways: [
    { from: 'draft', name: 'submit', to: 'triage', by: PROPOSING },
    { from: 'draft', name: 'withdraw', to: 'withdrawn', by: PROPOSING },
    { from: 'triage', name: 'accept fast', to: 'fastTrack', by: ['triager'] },
    { from: 'triage', name: 'accept board', to: 'evidence', by: ['triager'] },
    {
      ...{ from: 'triage', name: 'askBack', to: 'draft', by: ['triager'] },
      ...{ comment: 'required', max: 5 },
    },
    {
      ...{ from: 'triage', name: 'markDuplicate', to: 'duplicate' },
      by: ['triager'],
    },
    { from: 'triage', name: 'withdraw', to: 'withdrawn', by: PROPOSING },
    { from: 'fastTrack', name: '=approved', to: 'inDelivery' },
    { from: 'fastTrack', name: '=rejected', to: 'explanation' },
    { from: 'fastTrack', name: '=sentBack', to: 'draft', max: 5 },
    { from: 'fastTrack', name: '=noQuorum', to: 'evidence' },
    {
      ...{ from: 'evidence', name: 'present', to: 'board' },
      by: ['proposer', 'superUser'],
    },
    { from: 'evidence', name: 'withdraw', to: 'withdrawn', by: PROPOSING },
    { from: 'board', name: 'defer', to: 'deferred', by: ['chair'] },
    { from: 'board', name: '=approved', to: 'inDelivery' },
    { from: 'board', name: '=conditional', to: 'conditions' },
    { from: 'board', name: '=rejected', to: 'explanation' },
    { from: 'board', name: '=sentBack', to: 'evidence', max: 5 },
    { from: 'board', name: '=noQuorum', to: 'undecided' },
    {
      ...{ from: 'conditions', name: 'fulfilled', to: 'inDelivery' },
      by: ['programmeOffice'],
    },
    {
      ...{ from: 'conditions', name: 'voteAgain', to: 'board', by: ['chair'] },
      comment: 'required',
    },
    {
      ...{ from: 'conditions', name: 'lapse', to: 'stopped', by: ['chair'] },
      comment: 'required',
    },
    { from: 'undecided', name: 'callAgain', to: 'board', by: ['chair'] },
    { from: 'undecided', name: 'defer', to: 'deferred', by: ['chair'] },
    { from: 'deferred', name: 'resume', to: 'board', by: ['chair'] },
    { from: 'deferred', name: 'withdraw', to: 'withdrawn', by: PROPOSING },
    {
      ...{ from: 'explanation', name: 'explain', to: 'rejected' },
      by: ['chair', 'systemOwner'],
    },
    {
      ...{ from: 'rejected', name: 'appeal', to: 'evidence', by: PROPOSING },
      max: 1,
    },
    { from: 'inDelivery', name: '!released', to: 'tracking' },
    {
      ...{ from: 'inDelivery', name: 'newRequirement', to: 'inDelivery' },
      ...{ by: ['analyst'], comment: 'required', max: 3 },
    },
    {
      ...{ from: 'inDelivery', name: 'stop', to: 'stopped', by: ['chair'] },
      comment: 'required',
    },
    {
      ...{ from: 'tracking', name: 'report', to: 'tracking' },
      by: ['proposer', 'superUser'],
    },
    { from: 'tracking', name: 'verify', to: 'verified', by: ['controller'] },
    {
      ...{ from: 'tracking', name: 'notAchieved', to: 'notAchieved' },
      by: ['controller'],
    },
    {
      ...{ from: 'verified', name: 'callReview', to: 'review' },
      by: ['controller', 'systemOwner', 'superUser', 'programmeOffice'],
      ...{ comment: 'required', max: 20 },
    },
    {
      ...{ from: 'review', name: 'measure', to: 'reviewed' },
      by: ['proposer', 'superUser', 'systemOwner'],
    },
    { from: 'reviewed', name: 'review', to: 'verified', by: ['controller'] },
    {
      ...{ from: 'reviewed', name: 'reopenBenefit', to: 'tracking' },
      by: ['controller'],
    },
    {
      ...{ from: 'reviewed', name: 'askAgain', to: 'review' },
      ...{ by: ['controller'], comment: 'required', max: 20 },
    },
  ],
};

/** How a case goes. */
export const CASE: Machine = {
  name: 'case',
  states: ['draft', 'inReview', 'published', 'discarded'],
  ways: [
    { from: 'draft', name: 'edit', to: 'draft', by: ['author'] },
    { from: 'draft', name: 'submit', to: 'inReview', by: ['author'] },
    { from: 'draft', name: 'discard', to: 'discarded', by: ['author'] },
    {
      ...{ from: 'inReview', name: 'publish', to: 'published' },
      by: ['secondReader'],
    },
    {
      ...{ from: 'inReview', name: 'sendBack', to: 'draft' },
      ...{ by: ['secondReader'], comment: 'required' },
    },
    {
      ...{ from: 'published', name: 'revise', to: 'draft', by: ['author'] },
      ...{ comment: 'required', max: 50 },
    },
  ],
};

/** The action that a way is gone by. */
export function actionOf({ name }: Way): string {
  return name.split(' ')[0];
}

/** Whether somebody goes this way by an action. */
export function isAction({ by }: Way): boolean {
  return by !== undefined;
}

/** The actions that an item has in a state. */
export function actionsIn({ ways }: Machine, state: string): string[] {
  const own = ways.filter(way => way.from === state && isAction(way));
  return [...new Set(own.map(actionOf))];
}

/** The actions of the machine that an item does not have in a state. */
export function actionsElsewhere(machine: Machine, state: string): string[] {
  const own = actionsIn(machine, state);
  const all = new Set(machine.ways.filter(isAction).map(actionOf));
  return [...all].filter(action => !own.includes(action));
}

/** The first way of the shortest path on which another way can be gone. */
export function firstWayTo(
  { ways }: Machine,
  state: string,
  goal: Way,
): Way | undefined {
  const seen = new Set([state]);
  const from = (place: string) => ways.filter(way => way.from === place);
  let paths = from(state).map(way => [way]);
  while (paths.length > 0) {
    const found = paths.find(path => path.at(-1) === goal);
    if (found) {
      return found[0];
    }
    paths = paths.flatMap(path => {
      const { to = '' } = path.at(-1) ?? {};
      const further = seen.has(to) ? [] : from(to);
      seen.add(to);
      return further.map(way => [...path, way]);
    });
  }
  return undefined;
}
