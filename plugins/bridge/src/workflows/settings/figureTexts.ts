import type {
  WorkflowSetting,
  WorkflowSettingValue,
} from '@techbridge/plugin-bridge-common';
import type { SettingValues } from './settingChanges';

type Words = { en: string; zh: string };

/** A text that names a figure, and what it says with another one. @internal */
export interface FigureText {
  setting: WorkflowSetting;
  words: Words;
}

/** Smaller figures stand in many texts that mean something else. */
const SMALLEST = 100;

/** How texts write a figure: 100,000 and 100000 and 10万. */
const WAYS: { written(figure: number): string; unit: string }[] = [
  { written: figure => figure.toLocaleString('en'), unit: '' },
  { written: String, unit: '' },
  { written: figure => String(figure / 10_000), unit: '万' },
];

/**
 * The texts of a workflow that name a figure of its conditions, with the figure
 * that it is set to now; none where it is what it was.
 *
 * @internal
 */
export function figureTexts(
  settings: WorkflowSetting[],
  figure: WorkflowSetting,
  now: WorkflowSettingValue | undefined,
): FigureText[] {
  const { section, kind, value: before } = figure;
  const isNumber = section === 'routes' && kind === 'number';
  if (!isNumber || typeof before !== 'number' || before < SMALLEST) {
    return [];
  }
  if (typeof now !== 'number' || now === before) {
    return [];
  }
  return settings
    .filter(setting => setting.kind === 'text')
    .flatMap(setting => {
      const told = setting.value as Words;
      const en = withFigure(told.en, before, now);
      const zh = withFigure(told.zh, before, now);
      const isOther = en !== told.en || zh !== told.zh;
      return isOther ? [{ setting, words: { en, zh } }] : [];
    });
}

/**
 * What is set, with the texts that go along with a figure. A text that somebody
 * has written, or left as it was, stays so.
 *
 * @internal
 */
export function withFigureTexts(
  settings: WorkflowSetting[],
  values: SettingValues,
): SettingValues {
  const along = settings
    .flatMap(figure => figureTexts(settings, figure, values[figure.path]))
    .filter(({ setting }) => values[setting.path] === undefined)
    .map(({ setting, words }) => [setting.path, words]);
  return { ...values, ...Object.fromEntries(along) };
}

/** Whole figures only, each written as it was. */
function withFigure(text: string, before: number, now: number): string {
  return WAYS.reduce((told, { written, unit }) => {
    const figure = written(before).replace('.', '\\.');
    const rest = unit ? '' : '(?!\\d|[.,]\\d|\\s?[百千万亿])';
    const whole = new RegExp(`(?<![\\d.,])${figure}(\\s?)${unit}${rest}`, 'g');
    return told.replace(whole, (_, gap) => `${written(now)}${gap}${unit}`);
  }, text);
}
