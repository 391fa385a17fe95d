import { Board, runScenarios, Scenario, WorkflowDefinition } from '../index';
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

function withCouncil(own: Partial<Board>): WorkflowDefinition {
  const workflow = structuredClone(definition);
  const { council } = workflow.states;
  if (council.type === 'approval') {
    Object.assign(council.approval.boards.council, own);
  }
  return workflow;
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
      'a time of thousands of years',
      { steps: ['after P9999Y'] },
      /“after P9999Y” names .* more than 100 years/,
    ],
    [
      'a hundred years again and again',
      { steps: Array<string>(75).fill('after P100Y') },
      /Thousands of years would pass/,
    ],
    [
      'a timer that is not there',
      { steps: ['until nothing'] },
      /In “Writing” nothing called “nothing” falls due/,
    ],
    [
      'the deadline of a board that does not vote',
      { steps: ['handIn', 'pass', 'until deadline lead'] },
      /nothing called “deadline lead” falls due/,
    ],
    [
      'enough votes where nobody is left',
      { steps: ['handIn', 'pass', 'vote lead approve enough'] },
      /not open, or only 0 members/,
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

  it('lets time pass until what was set is due, and no longer', () => {
    const cheap = { ...data, price: 1 };
    const until = (...steps: string[]) =>
      run({ data: cheap, steps: ['handIn', 'pass', ...steps] }).trace.slice(3);
    const both = [
      'timer deadline:lead (system) → quick',
      'timer deadline:owner (system) → quick',
    ];
    expect(until('until deadline owner')).toEqual(both);
    expect(until('until deadline')).toEqual(both);
    expect(until('until deadline', 'until deadline')).toEqual([
      ...both,
      'timer again.1:lead (system) → council',
    ]);
    const built = ['vote lead approve x1', 'vote owner approve x1'];
    const released = 'event linked.requirement.released';
    expect(until(...built, released, 'until settled').at(-1)).toBe(
      'timer settled (system) → measuring',
    );
  });

  it('lets a vote that is prolonged come to its end', () => {
    const extend = { by: 'P2D', times: 2 };
    const own = withCouncil({
      deadline: { after: 'P5D', then: 'noQuorum', extend },
    });
    const steps = ['handIn', 'pass', 'until deadline'];
    const { trace, ok } = run({ steps, expect: { state: 'parked' } }, own);
    expect(trace.slice(3)).toEqual([
      'timer deadline:council (system) → council',
      'timer again.1:council (system) → council',
      'timer again.2:council (system) → parked',
    ]);
    expect(ok).toBe(true);
  });

  it('casts as many votes as it takes', () => {
    const votes = (rule: 'majority' | 'unanimous') => {
      const steps = ['handIn', 'pass', 'vote council approve enough'];
      const own = withCouncil({ pass: { rule, tie: 'reject' } });
      const { trace, ok } = run({ steps, expect: { state: 'building' } }, own);
      expect(ok).toBe(true);
      return trace.filter(line => line.startsWith('vote')).length;
    };
    expect([votes('majority'), votes('unanimous')]).toEqual([3, 5]);
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
