import { BridgeError, FieldProblem } from '@techbridge/plugin-bridge-common';

/**
 * Refuses a form in which something is missing, as the backend would.
 *
 * @throws BridgeError `invalid-input` that names each empty field
 * @internal
 */
export function refuseEmpty<TField extends string>(
  values: { [field in TField]: string },
  ...required: TField[]
): void {
  const fields = required
    .filter(field => !values[field].trim())
    .map((path): FieldProblem => ({ path, code: 'required' }));
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
}
