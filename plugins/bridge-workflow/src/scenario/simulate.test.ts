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
      { id: 'council', cast: 2, left: 3, needed: 3 },
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
