import {
  EntryPart,
  formOf,
  JsonSchema,
  Label,
  partsOf,
  valueNames,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { Workflow, WorkflowField } from '@techbridge/plugin-bridge-common';
import { FullDefinition } from './DefinitionStore';

/** A version of a workflow as pages need it. @internal */
export function presentWorkflow(stored: FullDefinition): Workflow {
  const { id, version, hash, definition } = stored;
  const { subject, start } = definition;
  return {
    id,
    version,
    hash,
    title: definition.title,
    kind: subject.kind,
    keyPrefix: subject.keyPrefix,
    phases: definition.phases,
    states: Object.keys(definition.states).map(state =>
      presentState(definition, state),
    ),
    fields: fieldsOf(definition),
    start: start.form ? { form: formOf(definition, start.form) } : {},
    visibility: definition.visibility ?? 'everyone',
    actions: actionLabels(definition),
  };
}

/** A state as pages show it. @internal */
export function presentState(definition: WorkflowDefinition, id: string) {
  const state = definition.states[id];
  const { label, phase, type } = state;
  return {
    ...{ id, label, phase: phase ?? null, type },
    ...(state.type === 'end' && { outcome: state.outcome }),
  };
}

function fieldsOf(definition: WorkflowDefinition): Workflow['fields'] {
  const properties = definition.data.properties as Record<string, JsonSchema>;
  return Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => [
      field,
      fieldOf(definition, field, schema),
    ]),
  );
}

function fieldOf(
  definition: WorkflowDefinition,
  field: string,
  schema: JsonSchema,
): WorkflowField {
  const { forms, labels = {} } = definition;
  const all = Object.values(forms);
  const asked = all.find(form => form.labels[field])?.labels[field];
  const items = schema.items as JsonSchema | undefined;
  const parts = Object.entries(partsOf(schema));
  return {
    label: asked ?? labels[field] ?? { en: field, zh: field },
    type: String(schema.type ?? 'string'),
    format: (schema.format ?? items?.format ?? null) as string | null,
    options: valueNames(definition, field) ?? {},
    ...(parts.length > 0 && {
      parts: Object.fromEntries(
        parts.map(([name, part]) => [name, presentPart(name, part)]),
      ),
    }),
  };
}

function presentPart(name: string, part: EntryPart) {
  const { label, type, format, title = name } = part;
  return {
    label: label ?? { en: String(title), zh: String(title) },
    type: String(type),
    format: typeof format === 'string' ? format : null,
    options: {},
  };
}

function actionLabels(definition: WorkflowDefinition): Record<string, Label> {
  const states = Object.values(definition.states);
  const all = [...states.map(({ actions }) => actions), definition.global];
  return Object.fromEntries(
    all.flatMap(actions =>
      Object.entries(actions).map(([id, { label }]) => [id, label]),
    ),
  );
}
