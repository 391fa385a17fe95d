import { NewField, Setting, SettingValue } from './Setting';
import { isCountable, isDuration } from '../shape/words';

const LONGEST_TEXT = 500;
const GROUP = /^group:[-a-z0-9_.]+\/[-a-z0-9_.]+$/i;
const TYPES: NewField['type'][] = [
  ...(['text', 'longText', 'number', 'date', 'flag'] as const),
];

/** Why a value does not suit a setting. @public */
export type SettingRefusal =
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-duration'
  | 'not-one-of'
  | 'not-a-group'
  | 'both-languages'
  | 'not-a-field';

/**
 * Whether a value is of the kind of a setting; what the workflow says to it is
 * told by compiling it.
 *
 * @returns undefined when it is
 * @public
 */
export function settingRefusal(
  setting: Setting,
  value: SettingValue,
): SettingRefusal | undefined {
  if (setting.optional && value === null) {
    return undefined;
  }
  switch (setting.kind) {
    case 'number':
    case 'percent':
      return numberRefusal(setting, value);
    case 'duration':
      return isTime(value) ? undefined : 'not-a-duration';
    case 'choice':
      return isOption(setting, value) ? undefined : 'not-one-of';
    case 'choices':
      return isSome(setting, value) ? undefined : 'not-one-of';
    case 'group':
      return typeof value === 'string' && GROUP.test(value)
        ? undefined
        : 'not-a-group';
    case 'text':
      return isLabel(value) ? undefined : 'both-languages';
    default:
      return fieldRefusal(value);
  }
}

function isTime(value: SettingValue): boolean {
  return typeof value === 'string' && isDuration(value) && isCountable(value);
}

function isOption({ options = [] }: Setting, value: unknown): boolean {
  return options.some(option => option.value === value);
}

function isSome(setting: Setting, value: SettingValue): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every(one => isOption(setting, one))
  );
}

function numberRefusal(
  { kind, decimals, minimum = 0, maximum = Infinity }: Setting,
  value: SettingValue,
): SettingRefusal | undefined {
  const whole = kind === 'number' && !decimals;
  if (typeof value !== 'number' || (whole && !Number.isInteger(value))) {
    return 'not-a-number';
  }
  return value >= minimum && value <= maximum ? undefined : 'out-of-range';
}

function fieldRefusal(value: SettingValue): SettingRefusal | undefined {
  const { label, type, required } = (value ?? {}) as Partial<NewField>;
  if (!isLabel(label)) {
    return 'both-languages';
  }
  const known = TYPES.some(one => one === type);
  return known && typeof required === 'boolean' ? undefined : 'not-a-field';
}

function isLabel(value: unknown): boolean {
  const { en, zh } = (value ?? {}) as { [language: string]: unknown };
  return [en, zh].every(
    text =>
      typeof text === 'string' &&
      text.trim() !== '' &&
      text.length <= LONGEST_TEXT,
  );
}
