import type { WorkflowSetting } from '@techbridge/plugin-bridge-common';
import { figureTexts, withFigureTexts } from './figureTexts';

const LIMIT = 'spec.states.route.choose.0.when#1';
const HINT = 'spec.forms.triage.help.effort';
const name = { en: 'Cost is below', zh: '费用小于' };

const limit = (value: number): WorkflowSetting => ({
  ...{ path: LIMIT, section: 'routes', kind: 'number', value },
  ...{ of: [], label: name },
});

const hint = (en: string, zh = ''): WorkflowSetting => ({
  ...{ path: HINT, section: 'texts', kind: 'text', value: { en, zh } },
  ...{ of: [], label: name },
});

describe('texts that name a figure', () => {
  it.each<
    [before: number, now: number, en: string, zh: string, then: string[]]
  >([
    [
      5000,
      8000,
      'below 5,000 CNY',
      '低于5000元',
      ['below 8,000 CNY', '低于8000元'],
    ],
    [
      100_000,
      250_000,
      'From 100000 on.',
      '达到10万元',
      ['From 250000 on.', '达到25万元'],
    ],
    [
      100_000,
      125_000,
      '100,000, not 1,100,000',
      '10 万',
      ['125,000, not 1,100,000', '12.5 万'],
    ],
    [5000, 800, '5,000.', '0.5万元', ['800.', '0.08万元']],
  ])('%d → %d in “%s” and “%s”', (before, now, en, zh, [enNow, zhNow]) => {
    const [text] = figureTexts([hint(en, zh)], limit(before), now);
    expect(text.words).toEqual({ en: enNow, zh: zhNow });
  });

  it.each<[why: string, before: number, now: number | string, text: string]>([
    ['another figure', 5000, 8000, '15,000 or 5,000.5 or 50001'],
    ['a figure of ten thousands', 5000, 8000, '5000万元'],
    ['a small figure', 6, 8, 'Paste 6 to 200 figures'],
    ['the figure as it was', 5000, 5000, 'below 5,000 CNY'],
    ['a figure that is being typed', 5000, '', 'below 5,000 CNY'],
  ])('stay with %s', (_why, before, now, text) => {
    expect(figureTexts([hint(text, text)], limit(before), now)).toEqual([]);
  });

  it('go along unless they were written, or left as they were', () => {
    const settings = [limit(5000), hint('below 5,000', '低于5000')];
    const set = { [LIMIT]: 8000 };
    const along = { en: 'below 8,000', zh: '低于8000' };
    expect(withFigureTexts(settings, set)).toEqual({ ...set, [HINT]: along });
    for (const own of [settings[1].value, { en: 'cheap', zh: '便宜' }]) {
      const values = { ...set, [HINT]: own };
      expect(withFigureTexts(settings, values)).toEqual(values);
    }
  });
});
