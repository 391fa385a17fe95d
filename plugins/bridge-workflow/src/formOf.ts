import { Form, JsonSchema, Label, WorkflowDefinition } from './definition';
import { kindOfFormat } from './formats';

type Properties = { [field: string]: JsonSchema };

/** A form as rjsf draws it; see {@link formOf}. @public */
export interface DrawnForm {
  schema: JsonSchema;
  uiSchema: { [field: string]: unknown };
}

/**
 * A form for rjsf. Titles are English in the schema; both languages stand in
 * `uiSchema[field]['ui:options'].labels`.
 *
 * @public
 */
export function formOf(
  definition: WorkflowDefinition,
  formId: string,
): DrawnForm {
  const form = definition.forms[formId];
  const properties = Object.fromEntries(
    form.fields.map(field => [field, drawnField(definition, form, field)]),
  );
  const fields = form.fields.map(field => [
    field,
    uiOf(form, field, fieldOf(definition, field)),
  ]);
  return {
    schema: { type: 'object', properties, required: form.required },
    uiSchema: { 'ui:order': form.fields, ...Object.fromEntries(fields) },
  };
}

function drawnField(definition: WorkflowDefinition, form: Form, field: string) {
  const help = form.help[field]?.en;
  return {
    ...fieldOf(definition, field),
    title: form.labels[field]?.en ?? field,
    ...(help && { description: help }),
  };
}

function fieldOf({ data }: WorkflowDefinition, field: string): JsonSchema {
  return (data.properties as Properties)[field];
}

function uiOf(form: Form, field: string, schema: JsonSchema) {
  const own = (form.ui[field] ?? {}) as { 'ui:options'?: object };
  const labels: { title?: Label; help?: Label; options?: unknown } = {
    title: form.labels[field],
    ...(form.help[field] && { help: form.help[field] }),
    ...(form.options[field] && { options: form.options[field] }),
  };
  const options = { ...own['ui:options'], ...choiceOf(schema), labels };
  return { ...own, 'ui:options': options };
}

/** What a picker offers: only what the data may hold. */
function choiceOf(schema: JsonSchema): { [option: string]: unknown } {
  const { format, workflow, open } = (schema.items ?? schema) as JsonSchema;
  const kind = kindOfFormat(format);
  return {
    ...(kind && { catalog: { kind } }),
    ...(workflow !== undefined && { workflow }),
    ...(open !== undefined && { open }),
  };
}
