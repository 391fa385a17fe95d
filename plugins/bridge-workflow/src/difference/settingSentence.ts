import { Label } from '../definition';
import { durationInWords } from '../durationInWords';
import { Setting } from '../settings/Setting';
import { AND, SETTING_TEXTS, together, WITHIN } from '../settings/settingTexts';

/** What has become of a setting, in words. @internal */
export function settingSentence(before: Setting, after: Setting): Label {
  const what = together([...after.of, after.label], WITHIN);
  const [old, now] = [before, after].map(inWords);
  return {
    en: `${what.en}: ${old.en} → ${now.en}`,
    zh: `${what.zh}：${old.zh} → ${now.zh}`,
  };
}

function inWords(setting: Setting): Label {
  const { kind, value, options = [] } = setting;
  if (Array.isArray(value)) {
    const words = value.map(one => inWords({ ...setting, value: one }));
    return together(words, AND);
  }
  const option = options.find(one => one.value === value);
  if (option) {
    return option.label;
  }
  if (value === null) {
    return SETTING_TEXTS.none;
  }
  if (kind === 'duration') {
    return durationInWords(String(value));
  }
  if (kind === 'text') {
    const { en, zh } = value as Label;
    return { en: `“${en}”`, zh: `“${zh}”` };
  }
  return figure(value, kind === 'percent' ? ' %' : '');
}

function figure(value: Setting['value'], unit: string): Label {
  const written = (locale: string) =>
    typeof value === 'number' ? value.toLocaleString(locale) : String(value);
  return { en: written('en') + unit, zh: written('zh-CN') + unit };
}
