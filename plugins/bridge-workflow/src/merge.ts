import {
  actionIn,
  actionsIn,
  actionsOf,
  checkAction,
  checkBy,
} from './actions';
import { withoutBlanks } from './checkForm';
import { Action, ItemData, JsonSchema, WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { Merged, Refusal, RefusalCode, WorkItem } from './item';
import { dayIn, refuse } from './refusal';
import { laterThan, note, Walk } from './walk';
import { whatWas } from './whatWas';

/** Reached by whoever marks an item as a duplicate of another one. */
const DUPLICATE = 'duplicate';

/** How long a merge can be undone. */
const UNDONE_WITHIN = 'P30D';

/** Whether an item can be merged into another one now. @public */
export interface OfferedMerge {
  /** The action of the workflow by which it is done. */
  action: string;
  allowed: boolean;
  why?: { code: RefusalCode; en: string; zh: string };
}

/** That an item was merged, and whether that can be undone now. @public */
export interface OfferedUndo {
  into: string;
  by: string;
  at: string;
  /** The end of the time for it. */
  until: string;
  allowed: boolean;
  why?: { code: RefusalCode; en: string; zh: string };
}

/** An action with what is sent along. @internal */
export interface MergingAction {
  action: string;
  data: ItemData;
  comment?: string;
  into: string;
  reason?: string;
}

/**
 * The actions by which an item ends as a duplicate: their milestone says so,
 * never their id.
 */
function waysToMerge(definition: WorkflowDefinition, item: WorkItem) {
  return actionsIn(definition, item).filter(({ action }) =>
    endsAsDuplicate(definition, action),
  );
}

function endsAsDuplicate(
  { states }: WorkflowDefinition,
  { milestone, to = '' }: Action,
): boolean {
  const isEnd = Object.hasOwn(states, to) && states[to].type === 'end';
  return milestone === DUPLICATE && isEnd;
}

/** The field of an action's form that names the other item. */
function keyField(
  { forms, data }: WorkflowDefinition,
  { form }: Action,
): string | undefined {
  const properties = data.properties as { [field: string]: JsonSchema };
  const fields = form === undefined ? [] : forms[form].fields;
  return fields.find(field => properties[field].format === 'item-key');
}

/** Whether an item can be merged now; undefined where its state has no way. @public */
export function mergeOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
): OfferedMerge | undefined {
  const ways = waysToMerge(definition, item).map(({ id }) => id);
  const offered = actionsOf(definition, item, context).filter(({ id }) =>
    ways.includes(id),
  );
  const found = offered.find(({ allowed }) => allowed) ?? offered.at(0);
  return (
    found && {
      action: found.id,
      allowed: found.allowed,
      ...(found.why && { why: found.why }),
    }
  );
}

/**
 * The action by which an item is merged into another one: the first that is
 * open to the person.
 *
 * @internal
 */
export function mergingAction(
  { definition, item, context }: Walk,
  { into, reason }: { into: string; reason?: string },
): MergingAction | Refusal {
  const asked = waysToMerge(definition, item).map(({ id, action }) => {
    const field = keyField(definition, action);
    const input = {
      data: field === undefined ? {} : { [field]: into },
      ...(action.comment !== 'none' && { comment: reason }),
    };
    const refusal = checkAction(definition, item, id, context, input);
    return { merging: { ...input, action: id, into, reason }, refusal };
  });
  const [first] = asked;
  const open = asked.find(({ refusal }) => !refusal);
  return open?.merging ?? asReason(first?.refusal) ?? refuse('no-merge');
}

/** Of a merge, what an action takes as its comment is the reason. */
function asReason(refusal: Refusal | undefined): Refusal | undefined {
  const { code, params } = refusal ?? {};
  return code === 'comment-required' || code === 'comment-too-short'
    ? refuse('reason-required', { minimum: Number(params?.minimum ?? 1) })
    : refusal;
}

/**
 * Notes that an action has made the item a duplicate, where it has, and how the
 * item stood before.
 *
 * @internal
 */
export function noteMerge(
  walk: Walk,
  before: WorkItem,
  {
    action: id,
    into: named,
    reason,
  }: Pick<MergingAction, 'action'> & Partial<MergingAction>,
) {
  const { definition, item, context } = walk;
  const action = actionIn(definition, before, id)?.action;
  if (!action || !endsAsDuplicate(definition, action)) {
    return;
  }
  const field = keyField(definition, action);
  const key = named ?? (field === undefined ? '' : item.data[field]);
  const into = String(key ?? '')
    .trim()
    .toLocaleUpperCase('en-US');
  if (into === '') {
    return;
  }
  const { state, previous } = before;
  item.merged = {
    ...{ into, by: context.actor, at: context.now, action: id, state },
    ...(previous !== undefined && { previous }),
    data: whatWas(before.data, item.data),
  };
  const said = reason?.trim();
  const words = said ? { reason: said } : {};
  note(walk, 'merged', { key: into, inward: false, ...words });
}

/** A merge that is undone, and whether it can be. @public */
export function undoOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
): OfferedUndo | undefined {
  const { merged } = item;
  if (!merged) {
    return undefined;
  }
  const { into, by, at } = merged;
  const refusal = refuseUndo(definition, item, merged, context);
  return {
    ...{ into, by, at, until: laterThan(at, UNDONE_WITHIN) },
    allowed: !refusal,
    ...(refusal && { why: { code: refusal.code, ...refusal.why } }),
  };
}

/** Whoever may merge the item as it was before may also undo it. */
function refuseUndo(
  definition: WorkflowDefinition,
  item: WorkItem,
  merged: Merged,
  context: StepContext,
): Refusal | undefined {
  const before = asBefore(item, merged);
  const found = Object.hasOwn(definition.states, merged.state)
    ? actionIn(definition, before, merged.action)
    : undefined;
  if (!found) {
    return refuse('not-merged');
  }
  const until = laterThan(merged.at, UNDONE_WITHIN);
  const late = Date.parse(context.now) > Date.parse(until);
  return (
    checkBy(definition, before, found.action, context) ??
    (late ? refuse('too-late', { until: dayIn(until) }) : undefined)
  );
}

function asBefore(item: WorkItem, { state, previous, data }: Merged): WorkItem {
  const { merged, previous: later, ...rest } = item;
  return {
    ...rest,
    state,
    ...(previous !== undefined && { previous }),
    data: withoutBlanks({ ...item.data, ...data }),
  };
}

/**
 * Takes back what a merge has changed of an item, all but its state. The
 * milestone is no longer reached, so that the item may reach it anew.
 *
 * @returns how the item stood, or why it cannot be undone
 * @internal
 */
export function undoMerge(walk: Walk): Merged | Refusal {
  const { definition, item, context } = walk;
  const { merged } = item;
  if (!merged) {
    return refuse('not-merged');
  }
  const refusal = refuseUndo(definition, item, merged, context);
  if (refusal) {
    return refusal;
  }
  const before = asBefore(item, merged);
  const way = actionIn(definition, before, merged.action)?.way ?? '';
  item.data = before.data;
  item.merged = undefined;
  item.milestones.splice(item.milestones.lastIndexOf(DUPLICATE), 1);
  if (item.taken[way]) {
    item.taken[way] -= 1;
  }
  note(walk, 'unmerged', {
    ...{ key: merged.into, inward: false, milestone: DUPLICATE },
    ...(Object.keys(merged.data).length > 0 && { data: merged.data }),
  });
  return merged;
}
