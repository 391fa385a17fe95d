import type { ItemForm, Language } from '@techbridge/plugin-bridge-common';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';

/** What a definition says about a field, in both languages. */
interface Labels {
  title?: Record<Language, string>;
  help?: Record<Language, string>;
  options?: { [value: string]: Record<Language, string> };
}

interface FieldOptions {
  labels?: Labels;
  catalog?: { kind?: string };
  [option: string]: unknown;
}

const LONG = 200;

/** The widgets that a definition may wish for; another one would break the form. */
const WISHES = [
  'checkbox',
  'checkboxes',
  'date',
  'hidden',
  'radio',
  'range',
  'select',
  'text',
  'textarea',
  'updown',
];

const REFERENCES = ['entity-ref', 'system-ref', 'user-ref', 'group-ref'];

/**
 * A form of a workflow as rjsf draws it for one reader: titles, help and names
 * of values in the reader's language, our own pickers for people, systems,
 * items and pictures.
 *
 * @internal
 */
export function localForm(
  form: ItemForm,
  language: Language,
): { schema: RJSFSchema; uiSchema: UiSchema } {
  const schema = form.schema as RJSFSchema;
  const uiSchema = form.uiSchema as UiSchema;
  return {
    schema: localSchema(schema, uiSchema, language),
    uiSchema: {
      ...localFields(schema, uiSchema, language),
      'ui:submitButtonOptions': { norender: true },
    },
  };
}

function fieldsOf(schema: RJSFSchema): [string, RJSFSchema][] {
  return Object.entries(schema.properties ?? {}).filter(
    (entry): entry is [string, RJSFSchema] => typeof entry[1] === 'object',
  );
}

function itemsOf(schema: RJSFSchema): RJSFSchema {
  const { items } = schema;
  return typeof items === 'object' && !Array.isArray(items) ? items : {};
}

function labelsOf(uiSchema: UiSchema | undefined): Labels {
  const { labels }: FieldOptions = uiSchema?.['ui:options'] ?? {};
  return labels ?? {};
}

/** The schema without English texts and without what cannot be filled in. */
function localSchema(
  schema: RJSFSchema,
  uiSchema: UiSchema,
  language: Language,
): RJSFSchema {
  const { title: _, description: __, required = [], ...others } = schema;
  const kept = fieldsOf(schema)
    .filter(([, { format }]) => format !== 'attachment')
    .map(([name, field]): [string, RJSFSchema] => [
      name,
      localValues(field, labelsOf(uiSchema[name]), language),
    ]);
  const names = new Set(kept.map(([name]) => name));
  return {
    ...others,
    properties: Object.fromEntries(kept),
    required: required.filter(name => names.has(name)),
  };
}

/** A yes and no with words of its own is a choice between the two. */
function localValues(
  { description: _, ...schema }: RJSFSchema,
  { options = {} }: Labels,
  language: Language,
): RJSFSchema {
  const { true: yes, false: no } = options;
  return schema.type === 'boolean' && yes && no
    ? {
        ...schema,
        oneOf: [
          { const: true, title: yes[language] },
          { const: false, title: no[language] },
        ],
      }
    : schema;
}

function localFields(
  schema: RJSFSchema,
  uiSchema: UiSchema,
  language: Language,
): UiSchema {
  const fields = fieldsOf(schema).map(([name, field]): [string, UiSchema] => [
    name,
    localField(name, field, uiSchema[name] ?? {}, language),
  ]);
  return { ...uiSchema, ...Object.fromEntries(fields) };
}

function localField(
  name: string,
  schema: RJSFSchema,
  uiSchema: UiSchema,
  language: Language,
): UiSchema {
  const { labels, catalog, ...options }: FieldOptions =
    uiSchema['ui:options'] ?? {};
  const values = schema.enum ?? itemsOf(schema).enum;
  const { 'ui:widget': wished, ...own } = uiSchema;
  const widget = widgetOf(
    schema,
    WISHES.find(known => known === wished),
  );
  const title = labels?.title?.[language] ?? schema.title ?? name;
  return {
    ...(schema.type === 'object' ? localFields(schema, own, language) : own),
    // Else the entries of a list are called by the id of its field.
    ...(schema.type === 'array' && {
      items: {
        'ui:title': title,
        ...localFields(itemsOf(schema), own.items ?? {}, language),
      },
    }),
    'ui:title': title,
    'ui:help': labels?.help?.[language],
    // rjsf takes a key without a value for a widget that it does not know.
    ...(widget && { 'ui:widget': widget }),
    'ui:options': {
      ...options,
      kind: catalog?.kind ?? kindOf(name),
      ...(values && {
        enumNames: values.map(
          value =>
            labels?.options?.[String(value)]?.[language] ?? String(value),
        ),
      }),
    },
  };
}

/** For `entity-ref` the name of a field says it, where nothing else does. */
function kindOf(name: string): string {
  if (/systems?$/i.test(name)) {
    return 'System';
  }
  return /(departments?|groups?)$/i.test(name) ? 'Group' : 'User';
}

/** The widget for a field; undefined where rjsf's own choice is right. */
function widgetOf(
  schema: RJSFSchema,
  wished: string | undefined,
): string | undefined {
  const widgets: Record<string, string> = {
    ...Object.fromEntries(REFERENCES.map(format => [format, 'entityRef'])),
    'item-key': 'itemKey',
    'data-url': 'picture',
    markdown: 'textarea',
  };
  if (schema.type === 'array') {
    const items = itemsOf(schema);
    const isNumbers = items.type === 'number' && !items.enum;
    return REFERENCES.includes(items.format ?? '')
      ? 'entityRefs'
      : wished ?? (isNumbers ? 'numbers' : items.enum && 'checkboxes');
  }
  const special = widgets[schema.format ?? ''];
  // A format has a field of its own, such as that for dates.
  const isText = schema.type === 'string' && !schema.enum && !schema.format;
  const isLong = isText && (schema.maxLength ?? 0) > LONG;
  return special ?? wished ?? (isLong ? 'textarea' : undefined);
}
