import { checkFields, withoutBlanks } from './checkForm';
import { completed } from './completed';
import { ItemData, JsonSchema, WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { Refusal, Step, WorkItem } from './item';
import { refuse, refuseForm } from './refusal';
import { valueSet } from './setWord';
import { goTo } from './travel';
import { startsPrivate } from './visibility';
import { note, reach, startWalk } from './walk';
import { withEntriesSet } from './withEntriesSet';

/** What a new item starts with. @public */
export interface Start {
  key: string;
  version: number;
  data: ItemData;
  /**
   * A person fills in the start form. An effect of another item may fill in
   * any field, and need not know what the form requires.
   */
  from?: 'form' | 'effect';
  /** Whether only those are to see it who play a part in it. */
  isPrivate?: boolean;
}

/** Makes a new item. @public */
export function begin(
  definition: WorkflowDefinition,
  asked: Start,
  context: StepContext,
): Step | Refusal {
  const data = withEntriesSet(definition, {}, asked.data, context);
  const start = { ...asked, data };
  const wanted = startFields(definition, start);
  if (!wanted) {
    return refuse('not-by-hand');
  }
  const problems = checkFields(definition, start.data, wanted);
  if (problems.length > 0) {
    return refuseForm(problems);
  }
  const isPrivate = startsPrivate(definition, start);
  if (typeof isPrivate === 'object') {
    return isPrivate;
  }
  const item = emptyItem(definition, start, context);
  const walk = startWalk(
    definition,
    { ...item, ...(isPrivate && { private: true }) },
    context,
  );
  note(walk, 'created', { data: { ...walk.item.data } });
  if (isPrivate) {
    note(walk, 'visibility', { private: true });
  }
  return completed(walk, () => {
    reach(walk, definition.start.milestone);
    goTo(walk, definition.initial);
  });
}

function startFields(definition: WorkflowDefinition, start: Start) {
  const { form } = definition.start;
  if (start.from !== 'effect') {
    return form === undefined ? undefined : definition.forms[form];
  }
  const properties = definition.data.properties as object;
  return { fields: Object.keys(properties), required: ['title'] };
}

function emptyItem(
  definition: WorkflowDefinition,
  { key, version, data }: Start,
  { actor, now }: StepContext,
): WorkItem {
  return {
    key,
    workflow: { id: definition.id, version },
    state: '',
    entry: 0,
    enteredAt: now,
    data: { ...filledIn(definition, { actor, now }), ...withoutBlanks(data) },
    createdBy: actor,
    createdAt: now,
    taken: {},
    milestones: [],
    boards: [],
  };
}

/** What is known without asking; a timer or an event is nobody's own. */
function filledIn(
  { start, data }: WorkflowDefinition,
  { actor, now }: Pick<StepContext, 'actor' | 'now'>,
): ItemData {
  const fields = data.properties as { [field: string]: JsonSchema };
  const filled = Object.entries(start.set)
    .filter(([, what]) => what !== 'actor' || actor !== 'system')
    .map(([field, what]) => {
      const value = valueSet(what, { actor, now });
      return [field, fields[field].type === 'array' ? [value] : value];
    });
  return Object.fromEntries(filled);
}
