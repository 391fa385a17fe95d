import { customizeValidator } from '@rjsf/validator-ajv8';
import type { ValidatorType } from '@rjsf/utils';
import type { Language } from '@techbridge/plugin-bridge-common';
import localizeZh from 'ajv-i18n/localize/zh';

// The bridge checks these; a browser only has to know that they exist.
const customFormats = {
  'entity-ref': /^[a-z]+:[^/\s]+\/\S+$/i,
  'system-ref': /^system:[^/\s]+\/\S+$/,
  'user-ref': /^user:[^/\s]+\/\S+$/,
  'group-ref': /^group:[^/\s]+\/\S+$/,
  'item-key': /^\S+$/,
  markdown: () => true,
  attachment: () => true,
};

const validators: Record<Language, ValidatorType> = {
  en: customizeValidator({ customFormats }),
  zh: customizeValidator({ customFormats }, localizeZh),
};

/** Checks a form and says in a language what is wrong. @internal */
export function validatorFor(language: Language): ValidatorType {
  return validators[language];
}
