import { parse } from 'yaml';
import { compile, Compilation } from '../compile';
import { differencesOf } from '../difference/differencesOf';
import { applySettings } from './applySettings';
import { Setting, SettingChange, SettingValue } from './Setting';
import { settingRefusal } from './settingRefusal';
import { settingsOf } from './settingsOf';
import { valueNames } from '../valueNames';
import {
  compiledFile,
  HOLIDAY_LISTS,
  shippedFile,
} from '../testing/shippedFile';

const BOARD = 'spec.states.board.approval.boards.board';
const FAST = 'spec.states.fastTrack.approval.boards';
const SITTING = 'spec.states.boardReview.approval.boards.board';
const RATIFYING = 'spec.states.ratification.approval.boards.board';
const ROUTE = 'spec.states.route.choose.0.when';
const LIMIT = `${ROUTE}#1`;
const LISTS = { holidayLists: HOLIDAY_LISTS };

const proposal = shippedFile('proposal');
const definition = compiledFile(proposal);
const settings = settingsOf(definition);

function setting(path: string): Setting {
  const found = settings.find(one => one.path === path);
  if (!found) {
    throw new Error(`no setting ${path}`);
  }
  return found;
}

function set(...changes: [string, SettingValue][]): {
  yaml: string;
  result: Compilation;
  words: string[];
} {
  const list = changes.map(([path, value]): SettingChange => ({ path, value }));
  const yaml = applySettings(proposal, definition, list);
  const result = compile(yaml, LISTS);
  const told = result.definition
    ? differencesOf(definition, result.definition)
    : [];
  return {
    yaml,
    result,
    words: told.map(one => `${one.class}: ${one.message.en}`),
  };
}

function changing(values: { [path: string]: SettingValue }): SettingChange[] {
  return Object.entries(values).map(([path, value]) => ({ path, value }));
}

/** The scenarios that do not end as expected. */
function failed({ scenarios }: Compilation): string[] {
  return scenarios.filter(({ ok }) => !ok).map(({ name }) => name);
}

describe('the settings of a workflow', () => {
  it.each([
    [
      'spec.roles.board.from.group',
      'Review board member',
      'group:default/it-review-board',
    ],
    [`${BOARD}.quorum.percent`, 'IT review board', 60],
    [`${BOARD}.pass.threshold`, 'IT review board', 60],
    [`${BOARD}.deadline.calendar`, 'IT review board', 'business'],
    ['spec.states.route.choose.0.when#0', 'Choice of the track', ['S']],
    ['spec.states.route.choose.0.when#1', 'Choice of the track', 5000],
    [`${BOARD}.quorum.includes.1.when#0`, 'IT review board', 100000],
    [
      'spec.states.conditions.timers.0.repeat.times',
      'Adopted with conditions',
      3,
    ],
    ['spec.forms.submit.fields.picture', 'Submit', 'optional'],
  ])('has %s of “%s”', (path, of, value) => {
    expect(setting(path)).toMatchObject({ value });
    expect(setting(path).of[0].en).toBe(of);
  });

  it('leaves out a time that counts from a day of the item', () => {
    const times = settingsOf(definition)
      .map(({ path }) => path)
      .filter(path => path.startsWith('spec.states.deferred.timers'));
    expect(times).toEqual([
      'spec.states.deferred.timers.0.after',
      'spec.states.deferred.timers.0.calendar',
    ]);
  });

  it('says for which items a time is, and lets it count working time or all', () => {
    const yaml = shippedFile('feedback');
    const before = compiledFile(yaml);
    const path = 'spec.states.reported.timers.3';
    const told = settingsOf(before)
      .filter(one => one.path.startsWith(path))
      .map(({ of, label, value }) =>
        [...of, label].map(({ zh }) => zh).concat(`${value}`),
      );
    const items = ['待受理', '对生产的影响 不等于 停线'];
    expect(told.slice(0, 2)).toEqual([
      [...items, '提醒时间', 'PT4H'],
      [...items, '时间按', 'business'],
    ]);
    const other = [{ path: `${path}.calendar`, value: 'all' }];
    const after = compiledFile(applySettings(yaml, before, other));
    expect(after.states.reported.timers[3].calendar).toBeUndefined();
    expect(
      differencesOf(before, after).map(({ message }) => message.zh),
    ).toEqual([
      '待受理 › 对生产的影响 不等于 停线 › 时间按：工作时间 → 自然时间',
    ]);
  });

  it('says what a figure in a condition is about, in both languages', () => {
    expect(setting('spec.states.route.choose.0.when#1')).toMatchObject({
      of: [{ zh: '分流' }, { zh: '快速通道' }],
      label: { en: 'Cost (CNY) is below', zh: '费用（元） 小于' },
    });
  });

  it.each([
    'feedback',
    'proposal',
    'requirement',
    'case-review',
    'risk-report',
    'crisis',
  ])('of %s can each be set to what they are, which changes nothing', name => {
    const yaml = shippedFile(name);
    const before = compiledFile(yaml);
    const all = settingsOf(before).filter(({ value }) => value !== null);
    const again = applySettings(yaml, before, all);
    const after = compiledFile(again);
    expect(differencesOf(before, after)).toEqual([]);
    expect(all.map(one => settingRefusal(one, one.value))).toEqual(
      all.map(() => undefined),
    );
    // Names that a form has are not lost, and its comments are kept.
    expect(after.forms).toEqual(before.forms);
    expect(again.match(/#/g)).toEqual(yaml.match(/#/g));
  });

  it('are written where they stand, and told in words', () => {
    const { yaml, words } = set(
      [`${BOARD}.quorum.percent`, 80],
      [`${BOARD}.pass.threshold`, 66.7],
      ['spec.states.route.choose.0.when#1', 8000],
      ['spec.states.draft.label', { en: 'On the desk', zh: '起草中' }],
      ['spec.states.triage.timers.0.after', 'P2D'],
    );
    const { spec } = parse(yaml);
    expect(spec.states.board.approval.boards.board).toMatchObject({
      quorum: { min: 3, percent: 80 },
      pass: { rule: 'threshold', threshold: 0.667 },
    });
    expect(spec.states.route.choose[0].when).toContain('data.cost < 8000.0 &&');
    expect(words).toEqual([
      'major: IT review board › Share of the members who must vote: 60 % → 80 %',
      'major: IT review board › Share of votes in favour: 60 % → 66.7 %',
      'minor: Choice of the track › Fast track › Cost (CNY) is below: 5,000 → 8,000',
      'minor: Triage › Reminder after: 3 days → 2 days',
      'patch: On the desk › Name of the state: “Draft” → “On the desk”',
    ]);
  });

  it('takes fields out of forms, brings them back, and adds others', () => {
    const label = { en: 'Safety', zh: '安全说明' };
    const { yaml, words } = set(
      ['spec.forms.submit.fields.picture', 'off'],
      ['spec.forms.submit.fields.proposers', 'required'],
      ['spec.forms.submit.more', { label, type: 'flag', required: true }],
    );
    const { submit } = compiledFile(yaml).forms;
    expect(submit.fields).not.toContain('picture');
    expect(submit.required).toEqual(
      expect.arrayContaining(['proposers', 'field1']),
    );
    expect(submit.labels.field1).toEqual(label);
    expect(words).toEqual(
      expect.arrayContaining([
        'minor: Submit › Picture: Optional → Not asked',
        'minor: Submit › Proposers: Optional → Required',
        'minor: Submit › Safety: Not asked → Required',
      ]),
    );
    const without = compiledFile(yaml);
    const back = applySettings(yaml, without, [
      { path: 'spec.forms.submit.fields.picture', value: 'optional' },
    ]);
    expect(compiledFile(back).forms.submit.labels.picture.zh).toBe('图片');
  });

  it.each([
    ['proposal', 'defer', 'reasonCode'],
    ['proposal', 'evidence', 'onlyAtTarget'],
    ['requirement', 'draft', 'priority'],
  ])('bring back of %s, form %s: %s and its values', (name, form, field) => {
    const yaml = shippedFile(name);
    const before = compiledFile(yaml);
    const path = `spec.forms.${form}.fields.${field}`;
    const bare = applySettings(yaml, before, [{ path, value: 'off' }]);
    const without = compiledFile(bare);
    const offered = settingsOf(without).find(one => one.path === path);
    expect(offered).toMatchObject({ value: 'off', kind: 'choice' });
    // Items that hold one still say it in words.
    expect(valueNames(without, field)).toEqual(valueNames(before, field));
    const back = applySettings(bare, without, [{ path, value: 'optional' }]);
    const { forms } = compiledFile(back);
    expect(forms[form].fields).toContain(field);
    expect(forms[form].options[field]).toEqual(
      before.forms[form].options[field],
    );
    expect(before.forms[form].options[field]).toBeDefined();
  });

  it('writes out what a file says in short or by an alias', () => {
    const yaml = proposal
      .replace(
        'pass: { rule: threshold, threshold: 0.6, tie: chair }',
        'pass: majority',
      )
      .replace(
        'label: { en: Draft, zh: 草稿 }',
        'label: &name { en: Draft, zh: 草稿 }',
      )
      .replace('label: { en: Triage, zh: 初审 }', 'label: *name');
    const short = compiledFile(yaml);
    const after = compiledFile(
      applySettings(yaml, short, [
        { path: `${BOARD}.pass.rule`, value: 'threshold' },
        { path: 'spec.states.triage.label', value: { en: 'Look', zh: '看' } },
      ]),
    );
    expect(
      differencesOf(short, after).map(({ message }) => message.zh),
    ).toEqual([
      'IT评审委员会评审 › 计票规则：过半数同意 → 达到同意票比例',
      '看 › 状态名称：“草稿” → “看”',
    ]);
  });

  it('let reminders be added, changed and taken away', () => {
    const [FIRST, SECOND, THIRD] = [0, 1, 2].map(at => `${BOARD}.remind.${at}`);
    expect([FIRST, SECOND, THIRD].map(path => setting(path).value)).toEqual([
      'P2D',
      'P4D',
      null,
    ]);
    const remindOf = (yaml: string) =>
      parse(yaml).spec.states.board.approval.boards.board.remind;
    const added = set([FIRST, 'P1D'], [THIRD, 'P4DT4H']);
    expect(remindOf(added.yaml)).toEqual(['P1D', 'P4D', 'P4DT4H']);
    expect(added.words).toEqual([
      'major: IT review board › Reminder to vote, no. 1: 2 days → 1 day',
      'major: IT review board › Reminder to vote, no. 3: none → 4 days, 4 hours',
    ]);
    const fewer = set([FIRST, null]);
    expect(remindOf(fewer.yaml)).toEqual(['P4D']);
    expect(fewer.words).toEqual([
      'major: IT review board › Reminder to vote, no. 1: 2 days → 4 days',
      'major: IT review board › Reminder to vote, no. 2: 4 days → none',
    ]);
    const none = set([FIRST, null], [SECOND, null]);
    expect(remindOf(none.yaml)).toBeUndefined();
    const again = applySettings(none.yaml, compiledFile(none.yaml), [
      { path: FIRST, value: 'P3D' },
    ]);
    expect(remindOf(again)).toEqual(['P3D']);
    const late = set([SECOND, 'P5D']).result;
    expect(late.problems.map(({ rule }) => rule)).toContain('remind-late');
    expect(settingRefusal(setting(THIRD), null)).toBeUndefined();
    expect(settingRefusal(setting(THIRD), '')).toBe('not-a-duration');
  });

  it('of a veto are there where a file has it', () => {
    const own = proposal.replace(
      'pass: { rule: threshold, threshold: 0.6, tie: chair }',
      'pass: { rule: threshold, threshold: 0.6, tie: chair }\n            veto: { by: chair, override: { threshold: 0.8 } }',
    );
    expect(settingsOf(compiledFile(own))).toContainEqual(
      expect.objectContaining({
        path: `${BOARD}.veto.override.threshold`,
        value: 80,
      }),
    );
    const changed = [{ path: `${BOARD}.veto.override.threshold`, value: 75 }];
    const after = compiledFile(applySettings(own, compiledFile(own), changed));
    expect(
      differencesOf(compiledFile(own), after).map(({ message }) => message.zh),
    ).toEqual(['IT评审委员会评审 › 推翻否决的同意票比例：80 % → 75 %']);
  });

  it('let facts be asked for on a way, or not, and asked for again', () => {
    const asked = settings
      .filter(({ path }) => path.startsWith(ROUTE))
      .map(({ path, value }) => [path.slice(ROUTE.length), value]);
    expect(asked).toEqual([
      ...[['#0', ['S']] as const, ['#1', 5000], ['#2', 1]],
      ...[['#reversible', 'yes'] as const, ['#configuresCriticalSystem', 'no']],
    ]);
    const { yaml, result, words } = set([`${ROUTE}#reversible`, 'any']);
    expect(parse(yaml).spec.states.route.choose[0].when).toBe(
      "data.effort == 'S' && data.cost < 5000.0 && size(data.departments) == 1 && !data.configuresCriticalSystem",
    );
    expect(failed(result)).toEqual([]);
    expect(words).toEqual([
      'minor: Choice of the track › Fast track › Can it be undone?: must be “Yes” → does not matter',
    ]);
    const without = compiledFile(yaml);
    const again = compiledFile(
      applySettings(
        ...([yaml, without] as const),
        changing({ [`${ROUTE}#reversible`]: 'yes' }),
      ),
    );
    expect(differencesOf(definition, again)).toEqual([]);
    expect(
      differencesOf(without, again).map(({ message }) => message.zh),
    ).toEqual(['分流 › 快速通道 › 能否恢复原状：不限 → 必须为“能”']);
    // What asks for another one still plays through what it no longer does.
    const risky = set([`${ROUTE}#configuresCriticalSystem`, 'any']).result;
    expect(failed(risky)).toEqual([
      'a setting of a system of grade A makes it a matter of the board',
    ]);
  });

  it('let a fact be added to a condition that did not ask for it', () => {
    const path = `${BOARD}.quorum.includes.1.when`;
    expect(setting(`${path}#reversible`)).toMatchObject({
      ...{ value: 'any', kind: 'choice', label: { zh: '能否恢复原状' } },
      options: [
        { value: 'yes', label: { en: 'must be “Yes”', zh: '必须为“能”' } },
        { value: 'no', label: { en: 'must be “No”', zh: '必须为“不能”' } },
        { value: 'any', label: { en: 'does not matter', zh: '不限' } },
      ],
    });
    const { yaml, result, words } = set(
      [`${path}#reversible`, 'no'],
      [`${path}#0`, 50_000],
    );
    const [, { when }] = parse(yaml).spec.states.board.approval.boards.board
      .quorum.includes as { when: string }[];
    expect(when).toBe('data.expectedBenefit >= 50000.0 && !data.reversible');
    expect(failed(result)).toEqual([]);
    expect(words).toEqual([
      'minor: IT review board › Controller on the board › Expected benefit a year (CNY) is at least: 100,000 → 50,000',
      'minor: IT review board › Controller on the board › Can it be undone?: does not matter → must be “No”',
    ]);
  });

  it('let go of all that a condition asks for, and ask again', () => {
    const alone = proposal.replace(
      'when: data.expectedBenefit >= 100000.0',
      'when: data.reversible',
    );
    const path = `${BOARD}.quorum.includes.1.when#reversible`;
    const none = applySettings(
      ...([alone, compiledFile(alone)] as const),
      changing({ [path]: 'any' }),
    );
    expect(none).toContain('when: "true"');
    const again = applySettings(
      ...([none, compiledFile(none)] as const),
      changing({ [path]: 'yes' }),
    );
    expect(parse(again)).toEqual(parse(alone));
    expect(
      differencesOf(compiledFile(none), compiledFile(again)).map(
        one => one.message.zh,
      ),
    ).toEqual([
      'IT评审委员会评审 › 评审会效益核定人 › 能否恢复原状：不限 → 必须为“能”',
    ]);
  });

  it('let a way be taken by several values', () => {
    const effort = `${ROUTE}#0`;
    expect(setting(effort)).toMatchObject({
      ...{ kind: 'choices', value: ['S'] },
      label: { en: 'Effort is one of', zh: '工作量 为以下之一' },
    });
    const { yaml, result, words } = set([effort, ['S', 'M']]);
    expect(parse(yaml).spec.states.route.choose[0].when).toContain(
      "data.effort in ['S', 'M'] && data.cost < 5000.0",
    );
    expect(failed(result)).toEqual([]);
    expect(words).toEqual([
      'minor: Choice of the track › Fast track › Effort is one of: Up to 2 days → Up to 2 days, Up to 2 weeks',
    ]);
    const both = compiledFile(yaml);
    expect(settingsOf(both)).toContainEqual(
      expect.objectContaining({ path: effort, value: ['S', 'M'] }),
    );
    const one = applySettings(yaml, both, changing({ [effort]: ['S'] }));
    expect(one).toContain("data.effort == 'S' &&");
    expect(
      differencesOf(both, compiledFile(one)).map(({ message }) => message.zh),
    ).toEqual([
      '分流 › 快速通道 › 工作量 为以下之一：小（2天以内）、中（2周以内） → 小（2天以内）',
    ]);
  });

  it('let a vote be prolonged that was not, and no longer', () => {
    const at = (word: string) => `${BOARD}.deadline.extend.${word}`;
    expect(setting(at('times')).value).toBe(0);
    const deadlineOf = (yaml: string) =>
      parse(yaml).spec.states.board.approval.boards.board.deadline;
    const alike = set([at('times'), 2]);
    expect(deadlineOf(alike.yaml).extend).toEqual({ times: 2, by: 'P5D' });
    expect(failed(alike.result)).toEqual([]);
    expect(alike.words).toEqual([
      'major: IT review board › How often it is prolonged: 0 → 2',
      'major: IT review board › Prolonged each time by: none → 5 days',
    ]);
    const { yaml } = set([at('times'), 1], [at('by'), 'P2D']);
    expect(deadlineOf(yaml).extend).toEqual({ times: 1, by: 'P2D' });
    expect(
      settingsOf(compiledFile(yaml))
        .filter(({ path }) => path.startsWith(at('')))
        .map(({ value }) => value),
    ).toEqual([1, 'P2D']);
    const none = applySettings(
      ...([yaml, compiledFile(yaml)] as const),
      changing({ [at('times')]: 0 }),
    );
    expect(deadlineOf(none)).toEqual(deadlineOf(proposal));
    expect(differencesOf(definition, compiledFile(none))).toEqual([]);
    expect(settingRefusal(setting(at('times')), 21)).toBe('out-of-range');
  });

  it('that do not go together are refused by the compiler, in words', () => {
    const { result } = set([`${BOARD}.quorum.min`, 9]);
    expect(result.definition).toBeUndefined();
    expect(result.problems.map(({ rule }) => rule)).toContain(
      'quorum-too-large',
    );
    // A vote of one decides, and nothing is cheap enough.
    const lone = set(
      [`${BOARD}.quorum.min`, 1],
      [`${BOARD}.quorum.percent`, 0],
    );
    const dear = set(['spec.states.route.choose.0.when#1', 0]);
    expect(failed(lone.result)).toEqual([
      'too few vote, so the chair calls again',
    ]);
    expect(failed(dear.result)).toContain('the fast track, one vote each');
  });

  it.each<[everyday: string, workflow: string, SettingChange[]]>([
    [
      'more time',
      'proposal',
      changing({ [`${BOARD}.deadline.after`]: 'P10D' }),
    ],
    [
      'more time',
      'requirement',
      changing({ [`${SITTING}.deadline.after`]: 'P10D' }),
    ],
    [
      'more time',
      'crisis',
      changing({ [`${RATIFYING}.deadline.after`]: 'P9D' }),
    ],
    [
      'more time on the fast track, for one alone and for both',
      'proposal',
      changing({ [`${FAST}.superUser.deadline.after`]: 'P5D' }),
    ],
    [
      'more time on the fast track, for one alone and for both',
      'proposal',
      changing({
        [`${FAST}.superUser.deadline.after`]: 'P5D',
        [`${FAST}.owner.deadline.after`]: 'P5D',
      }),
    ],
    ['a low limit', 'proposal', changing({ [LIMIT]: 500 })],
    ['a high limit', 'proposal', changing({ [LIMIT]: 20_000 })],
    [
      'everybody must vote',
      'proposal',
      changing({
        [`${BOARD}.quorum.min`]: 6,
        [`${BOARD}.quorum.percent`]: 100,
      }),
    ],
    [
      'two are enough',
      'proposal',
      changing({ [`${BOARD}.quorum.min`]: 2, [`${BOARD}.quorum.percent`]: 0 }),
    ],
    [
      'everybody must agree',
      'proposal',
      changing({ [`${BOARD}.pass.rule`]: 'unanimous' }),
    ],
    [
      'everybody must vote',
      'requirement',
      changing({ [`${SITTING}.quorum.percent`]: 100 }),
    ],
    [
      'everybody must vote',
      'crisis',
      changing({ [`${RATIFYING}.quorum.percent`]: 100 }),
    ],
    [
      'later reminders and closing',
      'feedback',
      changing({ 'spec.states.toConfirm.timers.1.after': 'P14D' }),
    ],
    [
      'a longer wait before it goes up',
      'risk-report',
      changing({ 'spec.states.open.timers.0.after': 'P5D' }),
    ],
  ])('are not held up by shipped scenarios: %s, in %s', (_what, name, list) => {
    const yaml = shippedFile(name);
    const after = compile(applySettings(yaml, compiledFile(yaml), list), LISTS);
    expect(failed(after)).toEqual([]);
    expect(after.definition).toBeDefined();
  });

  it.each<[string, SettingValue, string | undefined]>([
    [`${BOARD}.quorum.min`, 2.5, 'not-a-number'],
    [`${BOARD}.quorum.min`, 0, 'out-of-range'],
    [`${BOARD}.quorum.percent`, 101, 'out-of-range'],
    [`${BOARD}.quorum.percent`, 66.5, undefined],
    [`${BOARD}.deadline.after`, 'five days', 'not-a-duration'],
    [`${BOARD}.deadline.after`, 'P100Y', undefined],
    [`${BOARD}.deadline.after`, 'P9999Y', 'not-a-duration'],
    [`${BOARD}.pass.rule`, 'lottery', 'not-one-of'],
    [`${ROUTE}#0`, ['XXL'], 'not-one-of'],
    [`${ROUTE}#0`, [], 'not-one-of'],
    [`${ROUTE}#0`, ['S', 'S'], 'not-one-of'],
    [`${ROUTE}#0`, 'S', 'not-one-of'],
    [`${ROUTE}#reversible`, 'perhaps', 'not-one-of'],
    [`${BOARD}.deadline.after`, ['P5D'], 'not-a-duration'],
    ['spec.roles.board.from.group', ['group:default/x'], 'not-a-group'],
    ['spec.states.route.choose.0.when#1', -1, 'out-of-range'],
    ['spec.roles.board.from.group', 'the board', 'not-a-group'],
    ['spec.states.draft.label', { en: 'Draft', zh: ' ' }, 'both-languages'],
    ['spec.forms.submit.more', null, 'both-languages'],
  ])('%s cannot be %j: %s', (path, value, refusal) => {
    expect(settingRefusal(setting(path), value)).toBe(refusal);
  });
});
