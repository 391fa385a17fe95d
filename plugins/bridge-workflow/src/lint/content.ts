import { Form, JsonSchema, WorkflowDefinition } from '../definition';
import { schemaProblem } from '../checkForm';
import { Finding, Path } from '../problems';
import { fieldName, isField } from '../roles';
import { partsOf } from '../partsOf';
import { SetWord } from '../setWord';
import { fieldsOf, has, statePath, waysOf } from './traverse';

function unknownField(field: string, path: Path): Finding {
  return { rule: 'unknown-field', path, parameters: { field } };
}

function dataSchema(definition: WorkflowDefinition): Finding[] {
  if (!schemaProblem(definition.data)) {
    return [];
  }
  return Object.entries(fieldsOf(definition)).flatMap(
    ([name, field]): Finding[] => {
      const detail = schemaProblem(field);
      const path = ['spec', 'data', 'properties', name];
      return detail
        ? [{ rule: 'data-schema', path, parameters: { detail } }]
        : [];
    },
  );
}

function title(definition: WorkflowDefinition): Finding[] {
  const { start, forms: known } = definition;
  const form = start.form && has(known, start.form) && known[start.form];
  const isText = fieldsOf(definition).title?.type === 'string';
  const wrong: Path[] = [
    ...(isText ? [] : [['spec', 'data', 'properties']]),
    ...(form && !form.required.includes('title')
      ? [['spec', 'forms', String(start.form), 'required']]
      : []),
  ];
  return wrong.map(path => ({ rule: 'title', path }));
}

function fieldPaths(definition: WorkflowDefinition): Finding[] {
  const fields = fieldsOf(definition);
  const named = Object.entries(definition.roles).flatMap(([id, { from }]) => {
    const path = ['spec', 'roles', id, 'from'];
    if (typeof from !== 'object') {
      return [];
    }
    return 'custom' in from
      ? fieldsNamed(from.with, [...path, 'with'])
      : fieldsNamed(from, path);
  });
  return named
    .filter(({ field }) => !has(fields, field))
    .map(({ field, path }) => unknownField(field, path));
}

function fieldsNamed(words: object, path: Path) {
  return Object.entries(words)
    .filter(([, value]) => isField(value))
    .map(([word, value]) => ({
      field: fieldName(value),
      path: [...path, word],
    }));
}

/** What matters to a vote. */
function materialFields(definition: WorkflowDefinition): Finding[] {
  const known = fieldsOf(definition);
  return Object.entries(definition.states).flatMap(([id, state]) =>
    state.type === 'approval'
      ? (state.approval.materialFields ?? []).flatMap((field, place) =>
          has(known, field)
            ? []
            : [
                unknownField(field, [
                  ...['spec', 'states', id, 'approval', 'materialFields'],
                  place,
                ]),
              ],
        )
      : [],
  );
}

function forms(definition: WorkflowDefinition): Finding[] {
  return Object.entries(definition.forms).flatMap(([id, form]) => [
    ...form.fields
      .filter(field => !has(fieldsOf(definition), field))
      .map(field =>
        unknownField(field, [
          'spec',
          'forms',
          id,
          'fields',
          form.fields.indexOf(field),
        ]),
      ),
    ...strayFields(id, form),
    ...requiredFiles(definition, id, form),
    ...missingLabels(id, form),
    ...missingOptions(definition, id, form),
  ]);
}

function labels(definition: WorkflowDefinition): Finding[] {
  return (['labels', 'options'] as const).flatMap(word =>
    Object.keys(definition[word] ?? {})
      .filter(field => !has(fieldsOf(definition), field))
      .map(field => unknownField(field, ['spec', word, field])),
  );
}

// Files are added to an item, not to a form: nobody could fill this in.
function requiredFiles(
  definition: WorkflowDefinition,
  id: string,
  { required }: Form,
): Finding[] {
  const fields = fieldsOf(definition);
  return required.flatMap((field, place) =>
    fields[field]?.format === 'attachment'
      ? [
          {
            rule: 'form-attachment',
            path: ['spec', 'forms', id, 'required', place],
            parameters: { field },
          },
        ]
      : [],
  );
}

function strayFields(id: string, form: Form): Finding[] {
  const mentions: { field: string; path: Path }[] = [
    ...form.required.map((field, place) => ({
      field,
      path: ['spec', 'forms', id, 'required', place],
    })),
    ...(['ui', 'labels', 'help', 'options'] as const).flatMap(word =>
      Object.keys(form[word])
        .filter(field => !field.startsWith('ui:'))
        .map(field => ({ field, path: ['spec', 'forms', id, word, field] })),
    ),
  ];
  return mentions
    .filter(({ field }) => !form.fields.includes(field))
    .map(({ field, path }) => ({
      rule: 'form-field',
      path,
      parameters: { field },
    }));
}

function missingLabels(id: string, form: Form): Finding[] {
  return form.fields
    .filter(field => !has(form.labels, field))
    .map(field => ({
      rule: 'label',
      path: ['spec', 'forms', id, 'labels', field],
    }));
}

function missingOptions(
  definition: WorkflowDefinition,
  id: string,
  form: Form,
): Finding[] {
  const fields = fieldsOf(definition);
  return form.fields.flatMap(field => {
    const values = (fields[field]?.enum ?? []) as unknown[];
    const named = form.options[field] ?? {};
    return values
      .map(String)
      .filter(value => !has(named, value))
      .map(
        (value): Finding => ({
          rule: 'option-label',
          path: ['spec', 'forms', id, 'options', field],
          parameters: { field, value },
        }),
      );
  });
}

function formMentions(definition: WorkflowDefinition): Finding[] {
  const { start, states, global } = definition;
  const mentions: { form?: string; path: Path }[] = [
    { form: start.form, path: ['spec', 'start', 'form'] },
    ...Object.entries(global).map(([id, { form }]) => ({
      form,
      path: ['spec', 'global', id, 'form'],
    })),
    ...Object.entries(states).flatMap(([id, state]) =>
      Object.entries(state.actions).map(([name, { form }]) => ({
        form,
        path: statePath(id, 'actions', name, 'form'),
      })),
    ),
  ];
  return mentions.flatMap(({ form, path }): Finding[] =>
    form === undefined || has(definition.forms, form)
      ? []
      : [{ rule: 'unknown-form', path, parameters: { form } }],
  );
}

function scenarioFields(definition: WorkflowDefinition): Finding[] {
  return definition.scenarios.flatMap(({ data }, place) =>
    Object.keys(data)
      .filter(field => !has(fieldsOf(definition), field))
      .map(field =>
        unknownField(field, ['spec', 'scenarios', place, 'data', field]),
      ),
  );
}

function setFields(definition: WorkflowDefinition): Finding[] {
  const fields = new Map(Object.entries(fieldsOf(definition)));
  const ways = waysOf(definition).map(({ transition: { set }, path }) => ({
    set,
    path: [...path, 'set'],
  }));
  const { set: first } = definition.start;
  return [
    ...Object.entries(first).flatMap(([field, what]) => {
      const schema = fields.get(field);
      const place = ['spec', 'start', 'set', field];
      // Whoever makes an item may be the first in a list.
      const one = schema?.type === 'array' ? schema.items : schema;
      return setField({ field, what, place }, one as JsonSchema | undefined);
    }),
    ...ways.flatMap(({ set, path }) =>
      Object.entries(set).flatMap(([field, what]) =>
        setField({ field, what, place: [...path, field] }, fields.get(field)),
      ),
    ),
  ];
}

function setField(
  { field, what, place }: { field: string; what: SetWord; place: Path },
  schema: JsonSchema | undefined,
): Finding[] {
  if (!schema) {
    return [unknownField(field, place)];
  }
  return takes(schema, what)
    ? []
    : [{ rule: 'set-field', path: place, parameters: { field } }];
}

function takes({ type, format }: JsonSchema, what: SetWord): boolean {
  if (what === 'next') {
    return type === 'integer';
  }
  const wanted = what === 'actor' ? ['user-ref', 'entity-ref'] : ['date-time'];
  return type === 'string' && wanted.includes(String(format));
}

/** What is set in rows goes into columns that can hold it. */
function setParts(definition: WorkflowDefinition): Finding[] {
  return Object.entries(fieldsOf(definition)).flatMap(([name, schema]) =>
    Object.entries(partsOf(schema)).flatMap(([part, of]) => {
      const path = ['spec', 'data', 'properties', name, 'items'];
      const place = [...path, 'properties', part, 'set'];
      const field = `${name}.${part}`;
      return of.set ? setField({ field, what: of.set, place }, of) : [];
    }),
  );
}

/** The rules about data and forms. @internal */
export const contentRules = [
  dataSchema,
  title,
  fieldPaths,
  materialFields,
  forms,
  labels,
  formMentions,
  scenarioFields,
  setFields,
  setParts,
];
