import { WorkflowDefinition } from '../definition';
import {
  withConditionSettings,
  withoutConditionSettings,
} from './conditionSettings';
import { Demand, demandOf } from './flags';
import { flagsKnown } from './flagsKnown';
import { SettingValue } from './Setting';

describe('what a condition asks for', () => {
  it.each<[source: string, Demand | undefined]>([
    ['data.cost < 5.0 && data.risk', 'yes'],
    ['!data.risk', 'no'],
    ['data.a && (data.risk)', 'yes'],
    ['data.a && (data.b && !(data.risk))', 'no'],
    ['data.risk == true && data.a', 'yes'],
    ['data.risk == false', 'no'],
    ['data.cost < 5.0', 'any'],
    ['true', 'any'],
    // What it then asks for is not one of these.
    ['data.a || data.risk', undefined],
    ['!(data.a && data.risk)', undefined],
    ['data.risk && (data.a || !data.risk)', undefined],
    ['has(data.risk) && data.risk', undefined],
    ['data.risk != data.a', undefined],
    ['data.risk &&', undefined],
  ])('%s: %s', (source, demand) => {
    expect(demandOf(source, 'risk')).toBe(demand);
  });

  it.each<[source: string, Demand, then: string]>([
    // What stands around it stays as it is written.
    ["data.a == 'S' &&  data.risk", 'any', "data.a == 'S'"],
    ["data.risk && data.a == 'S'", 'any', "data.a == 'S'"],
    ["data.a == 'S' && data.risk && b", 'any', "data.a == 'S' && b"],
    ["data.a == 'S' &&  data.risk", 'no', "data.a == 'S' &&  !data.risk"],
    ['!data.risk && b', 'yes', 'data.risk && b'],
    ['data.risk == false && b', 'yes', 'data.risk && b'],
    ['(a || b) && c', 'yes', '(a || b) && c && data.risk'],
    ["a == 'x' // why\n && data.risk", 'no', "a == 'x' // why\n && !data.risk"],
    // A condition that asks for nothing else asks for nothing.
    ['data.risk', 'any', 'true'],
    ['true', 'no', '!data.risk'],
    ['true && data.risk', 'any', 'true'],
    // Where that would give it another meaning, it is written anew.
    ['a || b', 'yes', '(a || b) && data.risk'],
    ['a ? b : c', 'no', '(a ? b : c) && !data.risk'],
    ['(a || b) && data.risk', 'any', '(a || b)'],
    ['(a && b) && !(data.risk)', 'any', '(a && b)'],
    ['(a && data.risk) && c', 'any', '(a) && c'],
    ['(a && b) && data.risk && c', 'any', 'a && b && c'],
    // Not one of these, so that it stays.
    ['a || data.risk', 'no', 'a || data.risk'],
  ])('%s, set to %s: %s', (source, demand, then) => {
    const text = withConditionSettings(source, new Map([['risk', demand]]));
    expect(text).toBe(then);
    const isSettable = demandOf(source, 'risk') !== undefined;
    expect(demandOf(text, 'risk')).toBe(isSettable ? demand : undefined);
  });
});

describe('what a condition compares', () => {
  it.each<[source: string, key: string, SettingValue, then: string]>([
    ["data.a == 'S' && b", '0', ['S', 'M'], "data.a in ['S', 'M'] && b"],
    ["'S' == data.a", '0', ['M', 'L'], "data.a in ['M', 'L']"],
    ["data.a in ['S', 'M']", '0', ['L'], "data.a == 'L'"],
    ["data.a  in ['S']", '0', ['S'], "data.a  in ['S']"],
    ["data.a == 'S'", '0', ["it's"], "data.a == 'it\\'s'"],
    [
      "data.b < 5.0 && data.a in ['S']",
      '1',
      ['M'],
      "data.b < 5.0 && data.a == 'M'",
    ],
    ["data.a != 'S'", '0', 'M', "data.a != 'M'"],
    ['data.b < 5.0', '0', 8, 'data.b < 8.0'],
    [
      "data.a in ['S', data.c] && data.b < 5.0",
      '0',
      8,
      "data.a in ['S', data.c] && data.b < 8.0",
    ],
  ])('%s, %s set to %j: %s', (source, key, value, then) => {
    expect(withConditionSettings(source, new Map([[key, value]]))).toBe(then);
  });

  it.each([
    ["data.a == 'S'", "data.a in ['M', 'L']", true],
    ["data.a == 'S' && data.risk", "data.a == 'S'", true],
    ["data.a == 'S' && b", "data.a  ==  'M'\n && b", true],
    ["data.a == 'S'", "data.c == 'S'", false],
    ["data.a == 'S'", "data.a != 'S'", false],
    ["data.a == 'S' && b", "data.a == 'S' && c", false],
  ])('%s and %s differ in what is set alone: %s', (one, other, alike) => {
    const [before, after] = [one, other].map(source =>
      withoutConditionSettings(source, ['0', 'risk']),
    );
    expect(before === after).toBe(alike);
  });
});

describe('the answers that are known in a state', () => {
  const way = (to: string, form?: string) => ({
    ...{ to, effects: [], set: {} },
    ...(form && { form }),
  });
  const state = (actions: object, more: object = {}) => ({
    ...{ type: 'task', timers: [], events: {}, actions, ...more },
  });
  const known = flagsKnown({
    data: {
      properties: {
        ...{ early: { type: 'boolean' }, risk: { type: 'boolean' } },
        ...{ maybe: { type: 'boolean' }, title: { type: 'string' } },
      },
    },
    forms: {
      start: { required: ['title', 'early'] },
      judge: { required: ['risk', 'title'] },
    },
    start: { form: 'start' },
    initial: 'draft',
    states: {
      draft: state({ send: way('look'), skip: way('shortCut') }),
      look: state({ judge: way('route', 'judge'), back: way('draft') }),
      route: state({}, { type: 'choice', choose: [way('fast'), way('done')] }),
      fast: state({ again: way('route'), hold: way('$previous') }),
      shortCut: state({ on: way('done') }),
      done: state({}, { type: 'end' }),
    },
    global: {},
  } as unknown as WorkflowDefinition);

  it.each([
    ['draft', ['early']],
    ['look', ['early']],
    ['route', ['early', 'risk']],
    ['fast', ['early', 'risk']],
    ['done', ['early']],
  ])('%s: %j', (id, flags) => {
    expect(known[id]).toEqual(flags);
  });
});
