import { Label, WorkflowDefinition } from '../definition';
import { fieldsOf } from '../lint/traverse';
import { valueNames } from '../valueNames';

/** What a field is called in the first form that asks for it. @internal */
export function fieldLabel(
  { forms, labels }: WorkflowDefinition,
  field: string,
): Label {
  const asked = Object.values(forms).find(({ fields }) =>
    fields.includes(field),
  );
  return asked?.labels[field] ?? labels[field] ?? { en: field, zh: field };
}

/** The values that a field may have, where they are given. @internal */
export function optionLabels(
  definition: WorkflowDefinition,
  field: string,
): { value: string; label: Label }[] | undefined {
  const values = fieldsOf(definition)[field]?.enum as unknown[] | undefined;
  const named = valueNames(definition, field);
  return values?.map(String).map(value => ({
    value,
    label: named?.[value] ?? { en: value, zh: value },
  }));
}
