import type { RJSFValidationError } from '@rjsf/utils';
import {
  FieldCode,
  fieldMessages,
  formatMessage,
  Language,
  MessageParams,
} from '@techbridge/plugin-bridge-common';

/** Says how many characters, in the reader's language. @internal */
export type CountCharacters = (count: number) => string;

/**
 * Says what is wrong with a field in the words that the bridge uses itself;
 * rarer mistakes keep the validator's sentence.
 *
 * @internal
 */
export function ownSentences(
  language: Language,
  characters: CountCharacters,
): (errors: RJSFValidationError[]) => RJSFValidationError[] {
  const sentence = (code: FieldCode, params: MessageParams = {}) =>
    formatMessage(fieldMessages[code], params, language);
  const messageOf = ({ name, params }: RJSFValidationError) => {
    const limit = Number(params?.limit);
    switch (name) {
      case 'required':
        return sentence('required');
      case 'minLength':
        return limit <= 1
          ? sentence('required')
          : sentence('too-short', { minimum: characters(limit) });
      case 'maxLength':
        return sentence('too-long', { maximum: characters(limit) });
      case 'minItems':
        return limit <= 1
          ? sentence('required')
          : sentence('too-short', { minimum: limit });
      case 'format':
        return sentence('invalid');
      default:
        return undefined;
    }
  };
  return errors =>
    errors.map(error => ({
      ...error,
      message: messageOf(error) ?? error.message,
    }));
}
