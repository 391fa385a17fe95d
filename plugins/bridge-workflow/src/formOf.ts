import { Form, JsonSchema, Label, WorkflowDefinition } from './definition';
import { kindOfFormat } from './formats';
import { EntryPart, partsOf } from './partsOf';

/** What a form says of how a field is drawn. */
interface OwnUi {
  'ui:options'?: object;
  items?: { [part: string]: OwnUi };
}

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
    ...drawnEntries(fieldOf(definition, field)),
    title: form.labels[field]?.en ?? field,
    ...(help && { description: help }),
  };
}

/** Rows without the parts that nobody fills in. */
function drawnEntries(schema: JsonSchema): JsonSchema {
  const asked = askedParts(schema);
  if (asked.length === 0) {
    return schema;
  }
  const { required = [], ...items } = schema.items as JsonSchema;
  const properties = asked.map(([part, { label, ...rest }]) => [
    part,
    { ...rest, title: label?.en ?? rest.title ?? part },
  ]);
  const names = asked.map(([part]) => part);
  return {
    ...schema,
    items: {
      ...items,
      properties: Object.fromEntries(properties),
      required: (required as string[]).filter(part => names.includes(part)),
    },
  };
}

function askedParts(schema: JsonSchema): [string, EntryPart][] {
  return Object.entries(partsOf(schema)).filter(([, { set }]) => !set);
}

function fieldOf({ data }: WorkflowDefinition, field: string): JsonSchema {
  return (data.properties as Properties)[field];
}

function uiOf(form: Form, field: string, schema: JsonSchema) {
  const own = (form.ui[field] ?? {}) as OwnUi;
  const labels: { title?: Label; help?: Label; options?: unknown } = {
    title: form.labels[field],
    ...(form.help[field] && { help: form.help[field] }),
    ...(form.options[field] && { options: form.options[field] }),
  };
  const options = { ...own['ui:options'], ...choiceOf(schema), labels };
  const items = Object.fromEntries(
    askedParts(schema).map(([part, of]) => [
      part,
      uiOfPart(own.items?.[part] ?? {}, of),
    ]),
  );
  return {
    ...own,
    ...(Object.keys(items).length > 0 && { items: { ...own.items, ...items } }),
    'ui:options': options,
  };
}

function uiOfPart(own: OwnUi, part: EntryPart) {
  const labels = part.label && { title: part.label };
  const options = { ...own['ui:options'], ...choiceOf(part), labels };
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
