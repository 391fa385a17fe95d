import { isSame } from './isSame';
import {
  Action,
  CommentRule,
  ItemData,
  Label,
  WorkflowDefinition,
} from './definition';
import { StepContext } from './directory';
import { parseExpression } from './expression';
import { checkFields, checkForm, withoutBlanks } from './checkForm';
import { Refusal, RefusalCode, WorkItem } from './item';
import { dayIn, refuse, refuseForm } from './refusal';
import { roleLabel, rolePeople } from './roles';
import { isThere } from './standing';
import { answerGuard, isUsedUp, laterThan, scopeOf, stateOf } from './walk';

/** A verb as it is offered to a person. @public */
export interface OfferedAction {
  id: string;
  label: Label;
  /** The id of its form. */
  form?: string;
  comment: CommentRule;
  allowed: boolean;
  why?: { code: RefusalCode; en: string; zh: string };
}

/** What a person sends along with an action. @internal */
export interface ActionInput {
  data: ItemData;
  comment?: string;
}

interface Asked {
  definition: WorkflowDefinition;
  item: WorkItem;
  action: Action;
  way: string;
  context: StepContext;
  /** Absent while the action is only offered. */
  input?: ActionInput;
}

/** An action of the present state or a global one. @internal */
export function actionIn(
  definition: WorkflowDefinition,
  item: WorkItem,
  id: string,
): { action: Action; way: string } | undefined {
  return actionsIn(definition, item).find(found => found.id === id);
}

/** The actions of the present state and the global ones. @internal */
export function actionsIn(definition: WorkflowDefinition, item: WorkItem) {
  const state = stateOf(definition, item);
  const own = Object.entries(state.actions)
    .filter(([, action]) => isThere(item, action))
    .map(([id, action]) => ({
      id,
      action,
      way: `${item.state}.actions.${id}`,
    }));
  if (state.type === 'end') {
    return own;
  }
  const global = Object.entries(definition.global)
    .filter(([, action]) => !action.except.includes(item.state))
    .map(([id, action]) => ({ id, action, way: `global.${id}` }));
  return [...own, ...global];
}

/**
 * Every verb of the present state, with the reason where it is not allowed.
 * The checks are those of `step`.
 *
 * @public
 */
export function actionsOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
): OfferedAction[] {
  return actionsIn(definition, item).map(({ id, action, way }) => {
    const refusal = checkAsked({ definition, item, action, way, context });
    return {
      id,
      label: action.label,
      ...(action.form && { form: action.form }),
      comment: action.comment,
      allowed: !refusal,
      ...(refusal && { why: { code: refusal.code, ...refusal.why } }),
    };
  });
}

/** Why an action is refused, if it is. @internal */
export function checkAction(
  definition: WorkflowDefinition,
  item: WorkItem,
  id: string,
  context: StepContext,
  input: ActionInput,
): Refusal | undefined {
  const found = actionIn(definition, item, id);
  return found
    ? checkAsked({ ...found, definition, item, context, input })
    : refuse('unknown-action');
}

/** The checks of an action in their order; the first that objects is told. */
const CHECKS: ((asked: Asked) => Refusal | undefined)[] = [
  checkRole,
  checkMaximum,
  checkTime,
  checkData,
  checkGuard,
  checkComment,
];

function checkAsked(asked: Asked): Refusal | undefined {
  for (const check of CHECKS) {
    const refusal = check(asked);
    if (refusal) {
      return refusal;
    }
  }
  return undefined;
}

function checkRole({ definition, item, action, context }: Asked) {
  return checkBy(definition, item, action, context);
}

/** Why a person may not take an action, if none of its roles is theirs. @internal */
export function checkBy(
  definition: WorkflowDefinition,
  item: WorkItem,
  action: Action,
  { actor, directory }: StepContext,
): Refusal | undefined {
  const may = action.by.some(role =>
    rolePeople(definition, role, item, directory).includes(actor),
  );
  const labels = action.by.map(role => roleLabel(definition, role));
  return may ? undefined : refuseRoles(labels);
}

function refuseRoles(labels: Label[]): Refusal {
  const refusal = refuse('forbidden');
  const put = (text: string, names: string[], comma: string) =>
    text.replace('{roles}', names.join(comma));
  const { en, zh } = refusal.why;
  const english = labels.map(label => label.en);
  const chinese = labels.map(label => label.zh);
  return {
    ...refusal,
    why: { en: put(en, english, ', '), zh: put(zh, chinese, '、') },
  };
}

function checkMaximum({ item, action, way }: Asked) {
  return isUsedUp(item, action, way)
    ? refuse('max-reached', { max: action.max ?? 0 })
    : undefined;
}

function checkTime({ item, action, context }: Asked) {
  if (action.within === undefined) {
    return undefined;
  }
  const until = laterThan(item.enteredAt, action.within);
  const late = Date.parse(context.now) > Date.parse(until);
  return late ? refuse('too-late', { until: dayIn(until) }) : undefined;
}

function checkData({ definition, item, action, input }: Asked) {
  if (!input) {
    return undefined;
  }
  const form = action.form;
  const fields = form ? definition.forms[form].fields : [];
  const merged = mergedData(item.data, input.data);
  const relevant = [...new Set([...fields, ...Object.keys(input.data)])];
  const picked = Object.fromEntries(
    relevant
      .filter(field => Object.hasOwn(merged, field) || !fields.includes(field))
      .map(field => [field, merged[field]]),
  );
  const problems = form
    ? checkForm(definition, form, picked)
    : checkFields(definition, picked, { fields: [], required: [] });
  return problems.length > 0 ? refuseForm(problems) : undefined;
}

/**
 * The data after a form: what is sent replaces, null and blank texts clear,
 * what is not sent stays.
 *
 * @internal
 */
export function mergeForm(
  before: ItemData,
  sent: ItemData,
): { merged: ItemData; changed: ItemData } {
  const merged = mergedData(before, sent);
  const changes = Object.keys(sent)
    .map(field => [field, merged[field] ?? null] as const)
    .filter(([field, value]) => !isSame(before[field] ?? null, value));
  return { merged, changed: Object.fromEntries(changes) };
}

function mergedData(before: ItemData, sent: ItemData): ItemData {
  return withoutBlanks({ ...before, ...sent });
}

/**
 * Before its form is filled in, a guard that reads a field of the form has no
 * answer yet; then the action is offered.
 */
function checkGuard({ definition, item, action, context, input }: Asked) {
  const { when, whenMessage, form } = action;
  if (
    when === undefined ||
    (!input && form && readsForm(definition, when, form))
  ) {
    return undefined;
  }
  const scope = () => {
    const data = mergedData(item.data, input?.data ?? {});
    return scopeOf(definition, { ...item, data }, context);
  };
  const { holds, error } = answerGuard(definition, when, scope);
  if (holds) {
    return undefined;
  }
  const refusal = refuse(error ? 'guard-error' : 'guard');
  return whenMessage ? { ...refusal, why: whenMessage } : refusal;
}

function readsForm(definition: WorkflowDefinition, when: string, form: string) {
  const { fields } = parseExpression(definition.data, when);
  return definition.forms[form].fields.some(field => fields.has(field));
}

function checkComment({ action, input }: Asked) {
  if (!input) {
    return undefined;
  }
  const comment = input.comment?.trim() ?? '';
  const minimum = action.commentLength ?? 1;
  if (action.comment === 'none') {
    return comment ? refuse('comment-not-wanted') : undefined;
  }
  if (action.comment === 'optional' || [...comment].length >= minimum) {
    return undefined;
  }
  return minimum > 1
    ? refuse('comment-too-short', { minimum })
    : refuse('comment-required');
}
