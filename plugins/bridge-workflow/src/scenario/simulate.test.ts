import { simulate } from '../index';
import { contested } from '../testing/contested';
import { improvement } from '../testing/improvement';

const definition = improvement();
const dear = { price: 90_000, danger: 'some', before: 1, goal: 2 };

describe('a workflow that is played through', () => {
  it('says after each step where the item stands, and what may follow', () => {
    const { steps, actions, boards, timers, failure } = simulate(
      definition,
      dear,
      ['handIn', 'pass', 'vote council approve x2', 'after P2D'],
    );
    expect(failure).toBeUndefined();
    expect(steps.map(({ words, state }) => [words.kind, state])).toEqual([
      ['start', 'writing'],
      ['action', 'look'],
      ['action', 'council'],
      ['vote', 'council'],
      ['after', 'council'],
    ]);
    expect(steps[1]).toMatchObject({
      words: { kind: 'action', label: { en: 'Hand in' } },
      milestones: ['submitted'],
      effects: ['notify'],
    });
    expect(steps[3].words).toMatchObject({ choice: 'approve', times: 2 });
    expect(steps[4].words).toMatchObject({ time: { en: '2 days' } });
    expect(actions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['defer', 'hold']),
    );
    expect(boards).toMatchObject([
      { id: 'council', cast: 2, left: 3, needed: 3, mayRecuse: true },
    ]);
    expect(timers).toMatchObject([{ timer: 'deadline:council' }]);
    const enough = ['handIn', 'pass', 'vote council approve enough'];
    expect(simulate(definition, dear, enough).steps.at(-1)).toMatchObject({
      words: { kind: 'vote', times: 3 },
      state: 'building',
    });
    const silent = ['handIn', 'pass', 'until deadline'];
    expect(simulate(definition, dear, silent).steps.at(-1)).toMatchObject({
      words: { kind: 'until' },
      state: 'parked',
      fired: [{ timer: 'deadline:council' }],
    });
  });

  it('says how many vote after one has stepped aside, was added or removed', () => {
    const before = ['handIn', 'pass'];
    const changes = ['removeVoter council', 'addVoter council auditor'];
    const leftAfter = (...steps: string[]) => {
      const { boards, failure } = simulate(definition, dear, steps);
      return failure ?? boards[0].left;
    };
    expect(leftAfter(...before)).toBe(5);
    expect(leftAfter(...before, changes[0])).toBe(4);
    expect(leftAfter(...before, ...changes)).toBe(5);
    const aside = [...before, ...changes, 'recuse council'];
    expect(leftAfter(...aside)).toBe(4);
    const { steps } = simulate(definition, dear, aside);
    const board = { en: 'Council', zh: '委员会' };
    expect(steps.slice(3).map(({ words }) => words)).toEqual([
      { kind: 'removeVoter', board },
      { kind: 'addVoter', board },
      { kind: 'recuse', board },
    ]);
    const refused: [string[], RegExp][] = [
      [[...before, 'addVoter council writer'], /must not vote/],
      // Who chairs has stepped aside, and chooses nobody.
      [[...aside, 'addVoter council leader'], /Only these may add/],
      [[...before, 'addVoter council speaker'], /无人可以加签、减签/],
      [['handIn', 'addVoter council auditor'], /未在表决/],
    ];
    for (const [taken, why] of refused) {
      expect(JSON.stringify(leftAfter(...taken))).toMatch(why);
    }
  });

  it('answers the form of an action with what the item holds, or with samples', () => {
    const { actions } = simulate(definition, { title: 'Belt' }, []);
    const [{ form, data }] = actions.filter(({ id }) => id === 'handIn');
    expect(form?.schema.properties).toHaveProperty('price');
    expect(data).toEqual({ before: 0, danger: 'none', goal: 0, price: 0 });
    const priced = { do: 'handIn', set: { ...dear, price: 7, danger: 'none' } };
    const { steps, failure } = simulate(definition, {}, [priced, 'pass']);
    expect(failure).toBeUndefined();
    expect(steps.at(-1)).toMatchObject({ state: 'quick' });
    const emptied = { do: 'handIn', set: { price: null } };
    const refused = simulate(definition, dear, [emptied]);
    expect(refused.failure?.en).toContain('(price: required)');
  });

  it('answers what happens when nobody votes', () => {
    const { steps } = simulate(definition, dear, [
      'handIn',
      'pass',
      'after P6D',
    ]);
    expect(steps.at(-1)).toMatchObject({
      state: 'parked',
      fired: [{ timer: 'deadline:council', from: 'council', state: 'parked' }],
    });
  });

  it('says which boards have imposed what is not met yet', () => {
    const vote = 'vote council approveWithConditions x4';
    const steps = ['handIn', 'pass', vote];
    const { conditions } = simulate(definition, dear, steps);
    expect(conditions).toMatchObject([{ id: 'council' }]);
    const met = simulate(definition, dear, [...steps, 'meet council']);
    expect(met.conditions).toEqual([]);
  });

  it('shows no time of a vote that has begun anew', () => {
    const { boards, timers } = simulate(contested, dear, [
      'handIn',
      'pass',
      'veto council',
    ]);
    expect(boards[0].choices).not.toContain('veto');
    expect(timers.map(({ timer }) => timer)).toEqual(['again.1:council']);
  });

  it('stops where a step cannot be taken, and says why', () => {
    const { steps, failure, actions } = simulate(definition, dear, [
      'handIn',
      'measure',
      'pass',
    ]);
    expect(steps).toHaveLength(2);
    expect(failure?.zh).toContain('不能这样做');
    expect(actions.map(({ id }) => id)).toContain('pass');
  });

  it('does not go round by itself for ever', () => {
    const around = improvement(yaml =>
      yaml.replace(
        'forgotten, after: P30D, fire: { to: dropped }',
        'forgotten, after: P1D, fire: { to: writing }',
      ),
    );
    const { steps, failure } = simulate(around, {}, ['after P9000D']);
    expect(steps).toHaveLength(1);
    expect(failure?.zh).toContain('请缩短时间');
  });

  it('says what is wrong with what the item is to hold', () => {
    const much = { price: 'much' };
    const { steps, failure } = simulate(definition, much, ['handIn']);
    expect(steps).toHaveLength(1);
    expect(failure?.en).toContain('price');
  });
});
