import type { RJSFValidationError } from '@rjsf/utils';
import {
  FieldCode,
  fieldMessages,
  formatMessage,
  Language,
  MessageParams,
} from '@techbridge/plugin-bridge-common';

/** How the bridge calls what the validator of the browser finds. */
const LIMITS: Record<string, [FieldCode, 'minimum' | 'maximum']> = {
  minLength: ['too-short', 'minimum'],
  maxLength: ['too-long', 'maximum'],
  minItems: ['too-few', 'minimum'],
  maxItems: ['too-many', 'maximum'],
  minimum: ['too-small', 'minimum'],
  maximum: ['too-large', 'maximum'],
  exclusiveMinimum: ['not-above', 'minimum'],
  exclusiveMaximum: ['not-below', 'maximum'],
};

/**
 * Says what is wrong with a field in the words that the bridge uses itself;
 * rarer mistakes keep the validator's sentence.
 *
 * @internal
 */
export function ownSentences(
  language: Language,
): (errors: RJSFValidationError[]) => RJSFValidationError[] {
  const sentence = (code: FieldCode, params: MessageParams = {}) =>
    formatMessage(fieldMessages[code], params, language);
  const messageOf = ({ name = '', params }: RJSFValidationError) => {
    const limit = Number(params?.limit);
    if (
      name === 'required' ||
      (/^min(Length|Items)$/.test(name) && limit <= 1)
    ) {
      return sentence('required');
    }
    if (name === 'format') {
      return sentence('invalid');
    }
    if (name === 'multipleOf') {
      return sentence('not-a-multiple', { divisor: params?.multipleOf });
    }
    if (!Object.hasOwn(LIMITS, name)) {
      return undefined;
    }
    const [code, word] = LIMITS[name];
    return sentence(code, { [word]: limit });
  };
  return errors =>
    errors.map(error => ({
      ...error,
      message: messageOf(error) ?? error.message,
    }));
}
