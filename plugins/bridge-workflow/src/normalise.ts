import { JsonSchema, State, WorkflowDefinition } from './definition';
import { DefinitionFile } from './shape/fileShape';

type FileState = DefinitionFile['spec']['states'][string];
type FileField = DefinitionFile['spec']['data']['properties'][string];

/** How long a text, and a list, may be where the file does not say. */
const LONGEST_TEXT = 10_000;
const LONGEST_LIST = 100;

/**
 * The definition that a file means. It is of use only when the linter has
 * found nothing that this version does not know.
 *
 * @internal
 */
export function normalise({
  metadata,
  spec,
}: DefinitionFile): WorkflowDefinition {
  const states = Object.entries(spec.states).map(([id, state]) => [
    id,
    normaliseState(state),
  ]);
  return {
    id: metadata.id,
    title: metadata.title,
    ...(metadata.owner !== undefined && { owner: metadata.owner }),
    ...(spec.calendar && { calendar: spec.calendar }),
    subject: spec.subject,
    ...(spec.visibility !== 'everyone' && { visibility: spec.visibility }),
    phases: spec.phases,
    roles: spec.roles,
    data: closedObject(spec.data.properties),
    labels: spec.labels,
    ...(spec.options && { options: spec.options }),
    forms: spec.forms,
    start: spec.start,
    initial: spec.initial,
    states: Object.fromEntries(states),
    global: spec.global,
    scenarios: spec.scenarios,
    ...(spec.migrations.length > 0 && { migrations: spec.migrations }),
  };
}

function normaliseState(state: FileState): State {
  if (state.type === 'choice') {
    return { ...state, timers: [], events: {}, actions: {} };
  }
  if (state.type === 'approval') {
    const { combine, cancelOthersOn } = state.approval;
    // Where one board is enough, a rejection leaves the question to the others.
    const cancels = combine === 'all' ? ['rejected'] : [];
    return {
      ...state,
      approval: {
        ...state.approval,
        cancelOthersOn: cancelOthersOn ?? cancels,
      },
    } as State;
  }
  return state;
}

function closedObject(properties: { [name: string]: FileField }): JsonSchema {
  const closed = Object.entries(properties).map(([name, field]) => [
    name,
    normaliseField(field),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(closed),
    additionalProperties: false,
  };
}

/** Every object is closed, every text and every list has an end. */
function normaliseField(field: FileField): JsonSchema {
  const { items, properties, ...rest } = field;
  switch (field.type) {
    case 'object':
      return { ...rest, ...closedObject(properties ?? {}) };
    case 'array':
      return {
        maxItems: LONGEST_LIST,
        ...rest,
        ...(items && { items: normaliseField(items) }),
      };
    case 'string':
      return field.enum ? rest : { maxLength: LONGEST_TEXT, ...rest };
    default:
      return rest;
  }
}
