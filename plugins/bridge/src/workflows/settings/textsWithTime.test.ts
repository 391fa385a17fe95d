import type { WorkflowSetting } from '@techbridge/plugin-bridge-common';
import { textsWithTime } from './textsWithTime';

const PATH = 'spec.states.board.approval.boards.board.deadline.after';
const NAME = 'spec.states.board.label';
const label = { en: 'Time to vote', zh: '表决期限' };

const time = (value: string | null): WorkflowSetting => ({
  ...{ path: PATH, section: 'boards', kind: 'duration', value },
  ...{ of: [], label },
});

const text = (en: string, zh: string): WorkflowSetting => ({
  ...{ path: NAME, section: 'texts', kind: 'text', value: { en, zh } },
  ...{ of: [], label },
});

describe('texts that name a time', () => {
  it.each<[before: string, en: string, zh: string]>([
    ['P5D', 'Ratify within five days', ''],
    ['P5D', 'Within 5 working days', ''],
    ['P5D', 'A five-day vote', ''],
    ['P5D', '', '五日内追认'],
    ['P5D', '', '5个工作日内表决'],
    ['P2D', '', '两天后提醒'],
    ['P14D', 'Fourteen days later', ''],
    ['P14D', '', '十四天后'],
    ['P30D', '', '三十天后'],
    ['PT4H', 'Four hours', '4 小时内'],
    ['P2W', 'Two weeks', '两周'],
    ['P6M', '', '6个月后复核'],
  ])('%s: “%s%s”', (before, en, zh) => {
    const settings = [text(en, zh)];
    const found = textsWithTime(settings, time(before), { [PATH]: 'P9D' });
    expect(found).toEqual(settings);
  });

  it.each<[why: string, before: string | null, now: string, text: string]>([
    ['another time', 'P5D', 'P9D', 'In 15 days, 5 hours; 十五天, 5小时'],
    ['a part of a number', 'P5D', 'P9D', 'Fifty-five days; 二十五日'],
    ['a month of the calendar', 'P5M', 'P6M', '5月起'],
    ['the time as it was', 'P5D', 'P5D', 'five days, 五天'],
    ['a time of several units', 'P1DT12H', 'P9D', 'one day, 一天'],
    ['a time that was not there', null, 'P9D', 'nine days, 九天'],
  ])('are not those with %s', (_why, before, now, told) => {
    const settings = [text(told, told)];
    const values = { [PATH]: now };
    expect(textsWithTime(settings, time(before), values)).toEqual([]);
  });

  it('are done with once they name it no more', () => {
    const settings = [text('Within five days', '五日内')];
    const told = { en: 'Within nine days', zh: '九日内' };
    const values = { [PATH]: 'P9D', [NAME]: told };
    expect(textsWithTime(settings, time('P5D'), values)).toEqual([]);
  });
});
