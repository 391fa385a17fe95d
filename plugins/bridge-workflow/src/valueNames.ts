import { Label, WorkflowDefinition } from './definition';

/**
 * What the values of a field are called: as in the first form that asks for it,
 * else as the workflow says for fields that no form asks for.
 *
 * @public
 */
export function valueNames(
  { forms, options = {} }: WorkflowDefinition,
  field: string,
): { [value: string]: Label } | undefined {
  const asked = Object.values(forms).find(form =>
    Object.hasOwn(form.options, field),
  );
  return asked?.options[field] ?? options[field];
}
