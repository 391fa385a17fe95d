import { Form, Label, WorkflowDefinition } from '../definition';
import { effectsOf, has, waysOf } from '../lint/traverse';
import { valueNames } from '../valueNames';
import { fieldLabel, optionLabels } from './fieldNames';
import { Setting } from './Setting';
import { PRESENCES, SETTING_TEXTS } from './settingTexts';

/** What the forms of a workflow ask for. @internal */
export function formSettings(definition: WorkflowDefinition): Setting[] {
  return Object.entries(definition.forms).flatMap(([id, form]) => {
    const common = {
      section: 'forms' as const,
      of: usesOf(definition, id),
    };
    const offered = [...form.fields, ...fieldsLeftOut(definition, form)];
    const fields = offered.map(
      (field): Setting => ({
        ...common,
        path: `spec.forms.${id}.fields.${field}`,
        label: form.labels[field] ?? fieldLabel(definition, field),
        kind: 'choice',
        value: presenceOf(form, field),
        options: PRESENCES,
      }),
    );
    const more: Setting = {
      ...common,
      path: `spec.forms.${id}.more`,
      label: SETTING_TEXTS.newField,
      kind: 'newField',
      value: null,
    };
    return [...fields, more];
  });
}

/** Where a form is asked for: at the beginning, or by which actions. @internal */
export function usesOf(definition: WorkflowDefinition, form: string): Label[] {
  const { start, states, global } = definition;
  const actions = [
    ...Object.values(states).flatMap(({ actions: own }) => Object.values(own)),
    ...Object.values(global),
  ];
  const [first] = actions.filter(action => action.form === form);
  if (start.form === form) {
    return [SETTING_TEXTS.start];
  }
  return [first?.label ?? { en: form, zh: form }];
}

function presenceOf({ fields, required }: Form, field: string): string {
  if (!fields.includes(field)) {
    return 'off';
  }
  return required.includes(field) ? 'required' : 'optional';
}

// A field that was taken out of a form keeps its name among the labels; what
// the flow fills in by itself is nothing to ask for.
function fieldsLeftOut(definition: WorkflowDefinition, form: Form): string[] {
  const filledIn = new Set([
    ...waysOf(definition).flatMap(({ transition }) =>
      Object.keys(transition.set),
    ),
    ...effectsOf(definition).map(({ effect }) =>
      (effect.saveTo ?? '').replace('data.', ''),
    ),
  ]);
  return Object.keys(definition.labels).filter(
    field =>
      !form.fields.includes(field) &&
      !filledIn.has(field) &&
      mayBeAsked(definition, field),
  );
}

// A form needs a name for each value; one that was taken out has kept them.
function mayBeAsked(definition: WorkflowDefinition, field: string): boolean {
  const named = valueNames(definition, field) ?? {};
  const values = optionLabels(definition, field) ?? [];
  return values.every(({ value }) => has(named, value));
}
