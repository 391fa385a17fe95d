import type {
  Item,
  Workflow,
  WorkflowField,
} from '@techbridge/plugin-bridge-common';
import { isEmpty } from './values';

/** Stand in the header already. */
const IN_HEADER = ['title', 'system'];

/** A filled-in field of an item. @internal */
export interface FieldFact {
  name: string;
  field: WorkflowField;
  value: unknown;
}

/**
 * The filled-in fields in the order of the workflow. What no form asks for has
 * no name for people; it stands in the links and the history.
 *
 * @internal
 */
export function factsOf({ data }: Item, workflow?: Workflow): FieldFact[] {
  return Object.entries(workflow?.fields ?? {})
    .map(([name, field]) => ({ name, field, value: data[name] }))
    .filter(
      ({ name, field, value }) =>
        !IN_HEADER.includes(name) &&
        field.label.en !== name &&
        field.format !== 'attachment' &&
        !isEmpty(value),
    );
}
