import { BridgeError } from '@techbridge/plugin-bridge-common';

const PREFIX = /^data\./;

/**
 * A refusal whose field paths are those of the form: the body of a command
 * wraps the fields in `data`.
 *
 * @internal
 */
export function withoutData(error: BridgeError): BridgeError {
  const { code, params, current, fields } = error;
  return fields
    ? new BridgeError(code, {
        params,
        current,
        fields: fields.map(field => ({
          ...field,
          path: field.path.replace(PREFIX, ''),
        })),
      })
    : error;
}
