import { runScenarios, Scenario, WorkflowDefinition } from '../index';
import { improvement } from '../testing/improvement';

const definition = improvement();
const data = { price: 90_000, danger: 'none', before: 1, goal: 2 };

function run(
  own: Partial<Scenario>,
  workflow: WorkflowDefinition = definition,
) {
  const scenario: Scenario = {
    name: { en: 'test', zh: '试' },
    data,
    steps: [],
    expect: { state: 'writing' },
    ...own,
  };
  return runScenarios({ ...workflow, scenarios: [scenario] })[0];
}

describe('a scenario', () => {
  it('tells its way step by step', () => {
    expect(runScenarios(definition)[0]).toEqual({
      name: 'small and safe',
      ok: true,
      trace: [
        'begin (user:default/creator) → writing',
        'handIn (user:default/creator) → look',
        'pass (user:default/super-user-1) → quick',
        'vote lead approve (user:default/super-user-1)',
        'close lead (system) → quick',
        'vote owner approve (user:default/owner-1)',
        'close owner (system) → building',
        'event linked.requirement.released (system) → settling',
        'timer settled (system) → measuring',
        'measure (user:default/auditors-1) → proven',
      ],
    });
  });

  it('invents as many voters as a role has at least, the chair first', () => {
    const steps = ['handIn', 'pass', 'vote council approve x5'];
    const { trace } = run({ steps, expect: { state: 'building' } });
    expect(trace.filter(line => line.startsWith('vote'))).toEqual([
      'vote council approve (user:default/committee-speaker-1)',
      'vote council approve (user:default/owner-1)',
      'vote council approve (user:default/committee-1)',
    ]);
  });

  it('lets whoever may veto do so, with a reason', () => {
    const own = improvement(yaml =>
      yaml.replace(
        'chair: speaker',
        'chair: speaker\n            veto: { by: speaker, reason: required }',
      ),
    );
    const by = (...steps: string[]) =>
      run({ steps, expect: { state: 'refused' } }, own).ok;
    expect(by('handIn', 'pass', 'veto council')).toBe(true);
    // The chair has voted, and nobody else may.
    expect(by('handIn', 'pass', 'vote council approve', 'veto council')).toBe(
      false,
    );
  });

  it.each<[what: string, own: Partial<Scenario>, message: RegExp]>([
    [
      'another state',
      { steps: ['handIn'] },
      /ends in “.+”, expected was “Writing”/,
    ],
    [
      'another outcome',
      { steps: ['drop'], expect: { state: 'dropped', outcome: 'success' } },
      /Its outcome: dropped; expected was success/,
    ],
    [
      'a missing effect',
      { expect: { state: 'writing', effects: ['notify'] } },
      /expected was notify/,
    ],
    [
      'a missing milestone',
      { steps: ['handIn'], expect: { state: 'look', milestones: ['triaged'] } },
      /Its milestones: submitted; expected was triaged/,
    ],
    [
      'milestones in another order',
      {
        steps: ['handIn', 'pass'],
        expect: { state: 'council', milestones: ['triaged', 'submitted'] },
      },
      /submitted, triaged/,
    ],
    [
      'an unknown action',
      { steps: ['jump'] },
      /At the step “jump” the item still stands in “.+”/,
    ],
    [
      'somebody who may not',
      { steps: [{ do: 'handIn', by: 'speaker' }] },
      /forbidden/,
    ],
    [
      'a stranger',
      { steps: [{ do: 'drop', by: 'user:default/zoe' }] },
      /forbidden/,
    ],
    [
      'a wrong value',
      { steps: [{ do: 'handIn', set: { price: -1 } }] },
      /price: too-small/,
    ],
    [
      'a field of no form',
      { steps: [{ do: 'note', set: { price: 1 } }] },
      /price: unknown-field/,
    ],
    [
      'wrong data at the beginning',
      { data: { title: 7 } },
      /title: wrong-type/,
    ],
    [
      'a board that is not open',
      { steps: ['vote council approve'] },
      /not open/,
    ],
    [
      'more voters than there are',
      { steps: ['handIn', 'pass', 'vote council reject x9'] },
      /only 5 members/,
    ],
    [
      'a choice that the board does not have',
      { steps: ['handIn', 'pass', 'vote council perhaps'] },
      /One may vote here with/,
    ],
    [
      'a time that is none',
      { steps: ['after P7Dx'] },
      /“after P7Dx” names no time/,
    ],
    [
      'an event that nobody waits for',
      { steps: ['event nothing'] },
      /At the step “event nothing” the item still stands in “Writing”/,
    ],
  ])('fails on %s', (_what, own, message) => {
    const result = run(own);
    expect(result.ok).toBe(false);
    expect(result.message?.en).toMatch(message);
    expect(result.message?.zh).toMatch(/[一-龥]/);
  });

  it('has its own clock, and deadlines fall due in their order', () => {
    const cheap = { ...data, price: 1 };
    const steps = ['handIn', 'pass', 'after P1D'];
    expect(run({ data: cheap, steps, expect: { state: 'quick' } }).ok).toBe(
      true,
    );
    const more = [...steps, 'after P1D', 'after P2D', 'after P5D'];
    const { trace, ok } = run({
      data: cheap,
      steps: more,
      expect: { state: 'parked' },
    });
    expect(ok).toBe(true);
    expect(trace.slice(3)).toEqual([
      'timer deadline:lead (system) → quick',
      'timer deadline:owner (system) → quick',
      'timer again.1:lead (system) → council',
      'timer deadline:council (system) → parked',
    ]);
  });

  it('takes comments, other people and changed data', () => {
    const steps = [
      'handIn',
      { do: 'back', comment: 'No figures.' },
      { do: 'handIn', set: { price: 5, goal: 9 } },
      'pass',
      { do: 'vote lead reject', comment: 'Not now.' },
    ];
    expect(run({ steps, expect: { state: 'refused' } }).ok).toBe(true);
    expect(run({ steps, expect: { state: 'refused' } })).toEqual(
      run({ steps, expect: { state: 'refused' } }),
    );
  });
});
