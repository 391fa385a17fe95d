import type {
  WorkflowSetting,
  WorkflowSettingValue,
} from '@techbridge/plugin-bridge-common';
import { durationParts, Unit } from './durationParts';
import { sameValue, SettingValues } from './settingChanges';

const ENGLISH = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'],
  ...['sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];
const CHINESE = '一二三四五六七八九';

/** How texts call a unit; a month of the calendar is `月` alone. */
const UNITS: { [unit in Unit]: [en: string, zh: string] } = {
  minutes: ['minute', '分钟'],
  hours: ['hour', '小时'],
  days: ['day', '[天日]'],
  weeks: ['week', '周|星期'],
  months: ['month', '个月'],
};

/**
 * The texts of a workflow that still name a time which is set otherwise, in
 * figures or in words. What else they mean by it only a person can tell.
 *
 * @param time - the setting of the time
 * @internal
 */
export function textsWithTime(
  settings: WorkflowSetting[],
  time: WorkflowSetting,
  values: SettingValues,
): WorkflowSetting[] {
  const now = values[time.path];
  const before = time.kind === 'duration' && time.value;
  const isSame = now === undefined || sameValue(now, time.value);
  const ways = before && !isSame ? waysOf(String(before)) : undefined;
  return settings.filter(({ path, kind, value }) => {
    const told = kind === 'text' && textOf(values[path] ?? value);
    return told && (ways?.en.test(told.en) || ways?.zh.test(told.zh));
  });
}

function textOf(value: WorkflowSettingValue) {
  return value as { en: string; zh: string };
}

function waysOf(duration: string): { en: RegExp; zh: RegExp } | undefined {
  const { amount = '', unit = 'days' } = durationParts(duration) ?? {};
  const number = Number(amount);
  if (!Number.isInteger(number) || number < 1) {
    return undefined;
  }
  const [en, zh] = UNITS[unit];
  const english = [amount, ENGLISH[number - 1]].filter(Boolean).join('|');
  const chinese = [amount, chineseOf(number)].filter(Boolean).join('|');
  return {
    en: new RegExp(`(?<![\\w.-])(?:${english})[ -](?:[a-z]+ )?${en}s?\\b`, 'i'),
    zh: new RegExp(
      `(?<![\\d.${CHINESE}十百])(?:${chinese})\\s?个?(?:工作|自然)?(?:${zh})`,
    ),
  };
}

/** As far as texts write it in words. */
function chineseOf(number: number): string {
  if (number > 99) {
    return '';
  }
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const before = tens > 1 ? CHINESE[tens - 1] : '';
  const word = `${tens > 0 ? `${before}十` : ''}${CHINESE[ones - 1] ?? ''}`;
  return number === 2 ? '二|两' : word;
}
