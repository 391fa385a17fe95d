import {
  Compilation,
  compile,
  Effect,
  MILESTONES,
  refusalsOf,
  State,
  SubjectKind,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { SUPPORTED } from './following/model';

const FOLDER = resolve(__dirname, '..', '..', 'workflows');
const SHIPPED = [
  ['feedback', 'Feedback', 'FB', '{prefix}-{n:4}'],
  ['proposal', 'Proposal', 'OP', '{prefix}-{yyyy}-{n:3}'],
  ['requirement', 'Requirement', 'RQ', '{prefix}-{yyyy}-{n:3}'],
  ['case-review', 'Case', 'KC', '{prefix}-{n:3}'],
  ['risk-report', 'RiskReport', 'RR', '{prefix}-{n:2}'],
  ['crisis', 'MajorIncident', 'CR', '{prefix}-{yyyy}-{n:2}'],
] as const;

/** Milestones that no step of a workflow brings about yet. */
const ELSEWHERE = ['validated', 'archived'];

function read(name: string): string {
  return readFileSync(resolve(FOLDER, `${name}.yaml`), 'utf8');
}

const compiled = new Map<string, Compilation>();

function compilation(name: string): Compilation {
  const known = compiled.get(name) ?? compile(read(name));
  compiled.set(name, known);
  return known;
}

function shipped(name: string): WorkflowDefinition {
  const { definition, problems } = compilation(name);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return definition as WorkflowDefinition;
}

/** Every part of a definition that is an object, however deep it stands. */
function partsOf(value: unknown): { [key: string]: unknown }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inner = Object.values(value).flatMap(partsOf);
  return Array.isArray(value)
    ? inner
    : [value as { [key: string]: unknown }, ...inner];
}

function effectsOf(definition: WorkflowDefinition): Effect[] {
  return partsOf(definition.states).filter(
    part => typeof part.use === 'string',
  ) as unknown as Effect[];
}

function templatesOf(definition: WorkflowDefinition): string[] {
  return effectsOf(definition)
    .filter(({ use }) => use === 'notify')
    .map(({ with: { template } }) => String(template));
}

function ends(definition: WorkflowDefinition): [string, State][] {
  return Object.entries(definition.states).filter(
    ([, { type }]) => type === 'end',
  );
}

describe.each(SHIPPED)('the shipped workflow %s', (id, kind, prefix, keys) => {
  it('compiles without an error and says what its items are', () => {
    const definition = shipped(id);
    expect(definition.id).toBe(id);
    expect(definition.subject).toMatchObject({
      kind,
      keyPrefix: prefix,
      keyFormat: keys,
    });
  });

  it('passes all of its scenarios, and they reach every end', () => {
    const { scenarios } = compilation(id);
    expect(scenarios.filter(({ ok }) => !ok)).toEqual([]);
    const definition = shipped(id);
    const reached = definition.scenarios.map(({ expect: { state } }) => state);
    for (const [end] of ends(definition)) {
      expect(reached).toContain(end);
    }
  });

  it('has a way to every milestone of its kind', () => {
    const { start, states } = shipped(id);
    const reached = partsOf({ start, states }).map(part => part.milestone);
    const wanted = MILESTONES[kind as SubjectKind].filter(
      milestone => !ELSEWHERE.includes(milestone),
    );
    expect(reached).toEqual(expect.arrayContaining(wanted));
  });

  it('speaks plainly in both languages', () => {
    const labels = partsOf(shipped(id)).filter(
      (part): part is { en: string; zh: string } =>
        typeof part.en === 'string' && typeof part.zh === 'string',
    );
    expect(labels.length).toBeGreaterThan(10);
    for (const { en, zh } of labels) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('the notifications of the shipped workflows', () => {
  const texts: { [template: string]: { title: { en: string; zh: string } } } =
    parse(read('notifications'));

  it('have a text each, and no text is left over', () => {
    // A board reminds by itself, where its definition says when; watchers are
    // told of every new state.
    const used = [
      ...['vote-reminder', 'item-moved'],
      ...SHIPPED.flatMap(([id]) => templatesOf(shipped(id))),
    ];
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });

  it('name the item in both languages, and nothing unknown', () => {
    for (const [template, { title }] of Object.entries(texts)) {
      const known = template === 'item-moved' ? '|state\\}' : '';
      const unknown = new RegExp(`\\{(?!key\\}|title\\}|actor\\}${known})`);
      for (const text of [title.en, title.zh]) {
        expect(text).toContain('{title}');
        expect(text).toContain('{key}');
        expect(text).not.toMatch(unknown);
      }
    }
  });
});

describe('how the shipped workflows hang together', () => {
  it('starts the next workflow with fields that it has', () => {
    const followUps = SHIPPED.flatMap(([id]) => effectsOf(shipped(id))).filter(
      ({ use }) => use === 'createItem',
    );
    expect(followUps.length).toBeGreaterThan(1);
    for (const { with: parameters } of followUps) {
      const next = shipped(String(parameters.workflow));
      const known = Object.keys(next.data.properties as object);
      expect(known).toEqual(
        expect.arrayContaining(Object.keys(parameters.data as object)),
      );
    }
  });

  it('takes from one item into the next whatever the first may hold', () => {
    const limitsOf = (id: string, field: string) => {
      const fields = shipped(id).data.properties as {
        [name: string]: { minLength?: number; maxLength?: number };
      };
      const { minLength = 0, maxLength = Infinity } = fields[field];
      return { minLength, maxLength };
    };
    const handed = SHIPPED.flatMap(([id]) =>
      effectsOf(shipped(id))
        .filter(({ use }) => use === 'createItem')
        .flatMap(({ with: { workflow, data } }) =>
          Object.entries(data as Record<string, string>).flatMap(
            ([field, template]) =>
              [...template.matchAll(/data\.\??(\w+)/g)].map(([, from]) => ({
                from: limitsOf(id, from),
                to: limitsOf(String(workflow), field),
              })),
          ),
        ),
    );
    expect(handed.length).toBeGreaterThan(5);
    for (const { from, to } of handed) {
      expect(to.minLength).toBeLessThanOrEqual(from.minLength);
      expect(to.maxLength).toBeGreaterThanOrEqual(from.maxLength);
    }
  });

  it('hears of milestones that the other workflow has', () => {
    const heard = SHIPPED.flatMap(([id]) =>
      Object.values(shipped(id).states).flatMap(({ events }) =>
        Object.keys(events),
      ),
    );
    expect(heard).toContain('linked.requirement.released');
    const [linked, own] = [true, false].map(isLinked =>
      heard.filter(event => event.startsWith('linked.') === isLinked),
    );
    expect(new Set(own)).toEqual(new Set([SUPPORTED]));
    for (const event of linked) {
      const [, workflow, milestone] = event.split('.');
      const reached = partsOf(shipped(workflow).states);
      expect(reached.map(part => part.milestone)).toContain(milestone);
    }
  });

  it('asks for a reason wherever something is refused, and what would reopen it', () => {
    const reopening = ['reopenVersion', 'reopenSupporters'];
    const memory = SHIPPED.map(([id]) => refusalsOf(shipped(id)));
    expect(memory).toEqual([
      {
        states: ['declined'],
        fields: ['declineReason', 'declineText', 'reopenOn', ...reopening],
      },
      {
        states: ['deferred', 'explanation', 'rejected'],
        fields: [
          ...['reasonCode', 'reasonText', 'reviewDate', ...reopening],
          'reopenOn',
        ],
      },
      {
        states: ['explanation', 'rejected'],
        fields: ['reasonCode', 'reasonText', 'reopenOn', 'reopenVersion'],
      },
      ...Array(3).fill({ states: [], fields: [] }),
    ]);
    for (const [id, form, code] of [
      ['feedback', 'decline', 'declineReason'],
      ['proposal', 'defer', 'reasonCode'],
      ['proposal', 'reason', 'reasonCode'],
      ['requirement', 'rejection', 'reasonCode'],
    ]) {
      expect(shipped(id).forms[form].required).toContain(code);
    }
  });

  /** Every board of the shipped workflows, and where it stands. */
  const everyBoard = () =>
    SHIPPED.flatMap(([id]) =>
      Object.entries(shipped(id).states).flatMap(([name, state]) =>
        state.type === 'approval'
          ? Object.values(state.approval.boards).map(board => ({
              ...{ board, state, at: `${id} ${name}` },
            }))
          : [],
      ),
    );

  it('lets nobody vote on a proposal, a requirement or an expedited change of their own', () => {
    expect(everyBoard()).toHaveLength(8);
    for (const { board } of everyBoard()) {
      expect(board.recuse.roles).toEqual(
        expect.arrayContaining(['proposer', 'creator']),
      );
    }
  });

  it('lets every member declare a conflict, and goes on where nobody is left', () => {
    for (const { board, state, at } of everyBoard()) {
      expect([at, board.recuse.declare]).toEqual([at, true]);
      expect([at, state.outcomes.noQuorum]).toEqual([at, expect.anything()]);
    }
  });

  it('reminds the members of every board before its time is over', () => {
    for (const { board, at } of everyBoard()) {
      expect([at, board.deadline]).toEqual([at, expect.anything()]);
      expect([at, board.remind?.length ?? 0]).not.toEqual([at, 0]);
    }
  });

  it('lets a rejected proposal be appealed once, in time and with a reason', () => {
    const { states, forms, data } = shipped('proposal');
    const { appeal } = states.rejected.actions;
    expect(appeal).toMatchObject({
      ...{ by: ['proposer', 'creator'], within: 'P30D', max: 1 },
      ...{ form: 'appeal', to: 'evidence' },
    });
    expect(forms.appeal.required).toEqual(['appealReason']);
    expect(data.properties).toMatchObject({ appealReason: { minLength: 20 } });
    expect(appeal.effects).toMatchObject([
      { with: { to: 'role:chair', template: 'proposal-appealed' } },
    ]);
  });

  it('lets a requirement be planned only once it is approved and frozen', () => {
    const { states } = shipped('requirement');
    const planning = Object.entries(states).filter(([, { actions }]) =>
      Object.values(actions).some(({ milestone }) => milestone === 'committed'),
    );
    expect(planning.map(([id]) => id)).toEqual(['frozen']);
    const waysIn = partsOf(states).filter(({ to }) => to === 'frozen');
    expect(waysIn.length).toBeGreaterThan(1);
    expect(waysIn.filter(({ milestone }) => milestone !== 'approved')).toEqual(
      [],
    );
  });

  it('keeps a requirement only where it is approved, and a refused change leads back there', () => {
    const { states } = shipped('requirement');
    const keeping = Object.entries(states).filter(([, { actions }]) =>
      Object.values(actions).some(({ keep }) => keep),
    );
    expect(keeping.map(([id]) => id)).toEqual([
      ...['frozen', 'inDevelopment', 'acceptanceTest'],
    ]);
    // Whoever begins a change keeps what is approved, and there is no other way.
    const begun = partsOf(states).filter(
      ({ set }) => (set as { revision?: string } | undefined)?.revision,
    );
    expect(begun.map(({ keep }) => keep)).toEqual([true, true, true]);
    const refused = Object.values(states).flatMap(state =>
      state.type === 'approval' ? [state.outcomes.rejected?.to] : [],
    );
    expect(refused).toEqual(['refusal', 'refusal', 'refusal']);
    expect(states.refusal).toMatchObject({
      choose: [{ to: '$kept' }, { to: 'explanation', milestone: 'rejected' }],
    });
  });

  it('lets whoever wrote a requirement down or built it stand in for no super user', () => {
    const { states, roles } = shipped('requirement');
    const { confirmWording } = states.wording.actions;
    const { accept } = states.acceptanceTest.actions;
    expect(confirmWording.by).toEqual(['proposer', 'superUser']);
    expect(accept.by).toEqual(['superUser']);
    expect(states.draft.actions.submitDraft.set).toEqual({ drafter: 'actor' });
    expect(states.inDevelopment.actions.handToTest.set).toEqual({
      builder: 'actor',
    });
    const standIns: string[] = [];
    let name = roles.superUser.fallback;
    while (name !== undefined) {
      standIns.push(name);
      expect([name, roles[name].except]).toEqual([
        name,
        ['drafter', 'builder'],
      ]);
      name = roles[name].fallback;
    }
    expect(standIns).toEqual([
      ...['ownerStandingIn', 'analystStandingIn', 'officeStandingIn'],
    ]);
  });

  it('lets what is expedited begin by two people who are never the same one', () => {
    const { states, roles } = shipped('requirement');
    const { expeditedReview } = states;
    if (expeditedReview.type !== 'approval') {
      throw new Error('nobody votes on what is expedited');
    }
    const { boards, combine } = expeditedReview.approval;
    const voters = Object.values(boards).map(board => board.voters);
    expect([combine, voters]).toEqual([
      'all',
      ['superUserLead', 'secondApprover'],
    ]);
    expect(roles.secondApprover.except).toContain('superUserLead');
    expect(roles.secondChair.except).toContain('superUserLead');
    const { ratification } = shipped('crisis').states;
    expect(ratification).toMatchObject({
      approval: { boards: { board: { deadline: { after: 'P5D' } } } },
      outcomes: { rejected: { to: 'reverting' }, noQuorum: { to: 'overdue' } },
    });
  });

  it('lets nobody say of a risk that they answer for that it is gone', () => {
    const { states, global, roles } = shipped('risk-report');
    for (const id of ['mitigating', 'overdue', 'toConfirm']) {
      const ways = [
        ...Object.values(states[id].actions),
        ...Object.values(global).filter(({ except }) => !except.includes(id)),
      ].filter(({ to }) => to === 'avoided' || to === 'closed');
      expect(ways).not.toEqual([]);
      for (const role of ways.flatMap(({ by }) => by)) {
        expect([role, roles[role].except]).toEqual([role, ['riskOwner']]);
      }
    }
  });
});
