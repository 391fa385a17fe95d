import {
  BridgeError,
  errorMessages,
  fieldMessages,
  formatMessage,
  Language,
} from '@techbridge/plugin-bridge-common';

/** What a refusal says, in the reader's language. @internal */
export function errorSentence(error: BridgeError, language: Language): string {
  return formatMessage(errorMessages[error.code], error.params, language);
}

/**
 * What a refusal says about each field, by the field's path.
 *
 * @internal
 */
export function fieldSentences(
  error: BridgeError | undefined,
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(
    (error?.fields ?? []).map(({ path, code, params }) => [
      path,
      formatMessage(fieldMessages[code], params ?? {}, language),
    ]),
  );
}
