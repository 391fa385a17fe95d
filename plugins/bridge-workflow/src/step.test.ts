import {
  actionsOf,
  assigneesOf,
  Ballot,
  begin,
  Command,
  timerBoard,
  directoryNeeds,
  Role,
  rolePeople,
  step,
  WorkflowDefinition,
  WorkItem,
} from './index';
import {
  act,
  as,
  carl,
  chad,
  close,
  cora,
  created,
  definition,
  done,
  handedIn,
  now,
  numbers,
  onBoard,
  otto,
  types,
  votes,
} from './testing/desk';
import { directory, people, SYSTEM } from './testing/people';

describe('a new item', () => {
  it('comes to rest in the first state, with journal and timers', () => {
    const start = {
      key: 'IM-2025-001',
      version: 3,
      data: { title: ' Way ', system: SYSTEM, story: '' },
    };
    const { item, lines, timers, entered } = done(
      begin(definition, start, as(people.writer)),
    );
    expect(item).toMatchObject({
      state: 'writing',
      entry: 1,
      createdBy: people.writer,
      data: { title: ' Way ', system: SYSTEM },
    });
    expect(item.data).not.toHaveProperty('story');
    expect(lines).toEqual([
      {
        type: 'created',
        payload: { data: { title: ' Way ', system: SYSTEM } },
      },
      { type: 'entered', payload: { state: 'writing' } },
    ]);
    expect(timers).toEqual([
      { id: 'forgotten', entry: 1, fireAt: '2025-03-31T08:00:00.000Z' },
    ]);
    expect(entered).toBe(true);
  });

  it('is refused with the fields that are wrong', () => {
    const start = {
      key: 'X-1',
      version: 1,
      data: { system: 'press', price: 1, title: ' ' },
    };
    expect(begin(definition, start, as(people.writer))).toMatchObject({
      ok: false,
      code: 'invalid-form',
      fields: [
        { path: 'price', code: 'unknown-field' },
        { path: 'title', code: 'required' },
        { path: 'system', code: 'bad-format' },
      ],
    });
  });

  it('is filled in with who makes it, where nobody is named', () => {
    const start = { ...definition.start, set: { authors: 'actor' as const } };
    const own = { ...definition, start };
    expect(created({}, own).data.authors).toEqual([people.writer]);
    const authors = [people.lead];
    expect(created({ authors }, own).data.authors).toEqual(authors);
    const data = { title: 'T' };
    const made = begin(
      own,
      { key: 'X-1', version: 1, data, from: 'effect' },
      as('system'),
    );
    expect(done(made).item.data).toEqual(data);
  });

  it('is made by hand only where a form is asked', () => {
    const own = { ...definition, start: { set: {} } };
    const start = { key: 'X-1', version: 1, data: { title: 'T' } };
    expect(begin(own, start, as(people.writer))).toMatchObject({
      code: 'not-by-hand',
    });
    const byEffect = { ...start, from: 'effect' as const };
    expect(begin(own, byEffect, as(people.writer)).ok).toBe(true);
  });

  it('may be given any field by an effect of another item', () => {
    const start = {
      key: 'X-1',
      version: 1,
      data: { title: 'T', price: 5 },
      from: 'effect' as const,
    };
    expect(begin(definition, start, as(people.writer)).ok).toBe(true);
    expect(
      begin(definition, { ...start, data: { price: 5 } }, as(people.writer)).ok,
    ).toBe(false);
  });
});

function roleOf(own: Omit<Role, 'except'>): Role {
  return { except: [], ...own };
}

describe('who may do what', () => {
  it('finds the people of a role, without the excepted, with a fallback', () => {
    const of = (role: string, data: object) =>
      rolePeople(
        definition,
        role,
        { data: { ...data }, createdBy: people.writer },
        directory,
      );
    expect(of('authors', {})).toEqual([people.writer]);
    expect(of('looker', { system: SYSTEM })).toEqual([
      people.lead,
      people.backup,
    ]);
    expect(of('looker', { system: SYSTEM, authors: [people.lead] })).toEqual([
      people.backup,
    ]);
    expect(
      of('looker', { system: SYSTEM, authors: [people.lead, people.backup] }),
    ).toEqual([people.keeper]);
    // Who is excepted does not come back through the fallback.
    expect(
      of('looker', {
        system: SYSTEM,
        authors: [people.lead, people.backup, people.keeper],
      }),
    ).toEqual([]);
    expect(of('leader', { system: SYSTEM })).toEqual([people.lead]);
    expect(of('auditor', {})).toEqual([people.auditor]);
    expect(of('nobody', {})).toEqual([]);
    const roles = {
      expert: roleOf({ from: { superUserOf: 'data.system', stage: 'expert' } }),
      second: roleOf({ from: { superUserOf: 'data.system', role: 'backup' } }),
      stamping: roleOf({
        from: { superUserOf: 'data.system', module: 'data.story' },
      }),
      self: roleOf({ from: { field: 'data.none' }, fallback: 'self' }),
    };
    const workflow = { ...definition, roles };
    const item = {
      data: { system: SYSTEM, story: 'milling' },
      createdBy: people.writer,
    };
    const found = Object.keys(roles).map(name =>
      rolePeople(workflow, name, item, directory),
    );
    expect(found).toEqual([[people.lead], [people.backup], [people.lead], []]);
    expect(assigneesOf(definition, onBoard(), directory)).toEqual([
      cora,
      carl,
      chad,
      otto,
    ]);
    expect(assigneesOf(definition, handedIn(), directory)).toEqual([
      people.lead,
      people.backup,
    ]);
  });

  it('says what must be known of the directory', () => {
    expect(
      directoryNeeds(
        definition,
        { ...handedIn(), data: { system: SYSTEM } },
        { ...handedIn(), data: { system: 'system:default/oven' } },
      ),
    ).toEqual({
      groups: [
        'group:default/committee',
        'group:default/committee-speaker',
        'group:default/auditors',
      ],
      standIns: false,
      departments: true,
      systems: [SYSTEM, 'system:default/oven'],
    });
  });

  it.each<[code: string, actor: string, action: string, more: object]>([
    ['unknown-action', people.writer, 'pass', {}],
    ['forbidden', people.stranger, 'handIn', { data: numbers }],
    ['invalid-form', people.writer, 'handIn', { data: { price: -1 } }],
    ['guard', people.writer, 'handIn', { data: { ...numbers, goal: 10 } }],
    ['comment-required', people.speaker, 'hold', {}],
    ['comment-too-short', people.writer, 'note', {}],
    ['comment-too-short', people.writer, 'note', { comment: ' 四个字 ' }],
    [
      'invalid-form',
      people.writer,
      'note',
      { comment: 'enough', data: { title: 'New' } },
    ],
    ['forbidden', 'system', 'handIn', { data: numbers }],
  ])('%s: %s may not %s', (code, actor, action, more) => {
    expect(act(created(), actor, action, more)).toMatchObject({
      ok: false,
      code,
    });
  });

  it('tells why in both languages, and in the words of the definition', () => {
    expect(act(created(), people.stranger, 'handIn')).toMatchObject({
      why: {
        en: 'Only these may do this: authors, writer.',
        zh: '只有以下角色可以操作：作者、填写人。',
      },
    });
    const equal = { data: { ...numbers, goal: 10 } };
    expect(act(created(), people.writer, 'handIn', equal)).toMatchObject({
      why: { en: 'The goal equals the present.', zh: '目标与现状相同。' },
    });
  });

  it('offers every verb of the state, and the global ones', () => {
    const offered = actionsOf(definition, created(), as(people.writer));
    expect(
      offered.map(({ id, allowed, why }) => [id, allowed, why?.code]),
    ).toEqual([
      // The guard reads the form, so it is asked when the form is sent.
      ['handIn', true, undefined],
      ['note', true, undefined],
      ['hold', false, 'forbidden'],
      ['drop', true, undefined],
    ]);
    expect(offered[0]).toMatchObject({ form: 'numbers', comment: 'optional' });
    expect(
      actionsOf(
        definition,
        { ...created(), state: 'dropped' },
        as(people.writer),
      ),
    ).toEqual([]);
  });
});

describe('an action', () => {
  it('changes the fields that are sent, clears null, keeps the rest', () => {
    const item = created({ story: 'Long', authors: [people.writer] });
    const data = { ...numbers, price: 80 };
    const result = done(
      act(item, people.writer, 'handIn', { data, comment: ' Please. ' }),
    );
    expect(result.item.data).toEqual({ ...item.data, ...data });
    expect(result.lines[0]).toEqual({
      type: 'action',
      payload: { action: 'handIn', comment: 'Please.', data },
    });
    const again = done(
      act(result.item, people.lead, 'back', { comment: 'No.' }),
    ).item;
    const second = done(
      act(again, people.writer, 'handIn', { data: { goal: 30 } }),
    );
    expect(second.lines[0].payload).toEqual({
      action: 'handIn',
      data: { goal: 30 },
    });
    expect(
      act(again, people.writer, 'handIn', { data: { goal: null } }),
    ).toMatchObject({
      fields: [{ path: 'goal', code: 'required' }],
    });
  });

  it('leaves milestone, entered state and effects in their order', () => {
    const result = done(act(handedIn(), people.lead, 'pass'));
    expect(types(result)).toEqual([
      'action',
      'milestone',
      'entered',
      'boardOpened',
    ]);
    expect(result.lines[1].payload).toEqual({
      milestone: 'triaged',
      kind: 'Proposal',
      credited: { proposers: [people.writer] },
      times: 1,
    });
    expect(result.lines[2].payload).toEqual({
      state: 'council',
      from: 'look',
      via: ['sorting'],
    });
    expect(result.item.data).toMatchObject({
      ...{ decidedBy: people.lead, decidedAt: now, looks: 1 },
    });
    const seen = { ...handedIn(), data: { ...handedIn().data, looks: 6 } };
    expect(done(act(seen, people.lead, 'pass')).item.data.looks).toBe(7);
    expect(result.effects).toEqual([
      {
        use: 'notify',
        with: { to: 'voters', template: 'please-vote' },
        recipients: [cora, carl, chad, otto],
      },
    ]);
  });

  it('is refused when it was taken as often as it may', () => {
    let item = handedIn();
    for (const round of [1, 2]) {
      item = done(
        act(item, people.lead, 'back', { comment: `No ${round}` }),
      ).item;
      item = done(act(item, people.writer, 'handIn')).item;
    }
    expect(act(item, people.lead, 'back', { comment: 'No' })).toMatchObject({
      code: 'max-reached',
      why: { en: expect.stringContaining('2') },
    });
  });

  it('clears what is sent as null or blank, where it may be left out', () => {
    const workflow = structuredClone(definition);
    workflow.forms.numbers.required = ['price'];
    const item = { ...created(), data: { ...created().data, ...numbers } };
    const data = { goal: null, danger: ' ', before: 11 };
    const command = { type: 'action', action: 'handIn', data } as Command;
    workflow.states.writing.actions.handIn.when = undefined;
    const result = done(step(workflow, item, command, as(people.writer)));
    expect(result.item.data).toEqual({
      ...created().data,
      price: 70_000,
      before: 11,
    });
    expect(result.lines[0].payload).toMatchObject({
      data: { goal: null, danger: null, before: 11 },
    });
  });

  it('stays where it is when it leads nowhere', () => {
    const item = created();
    const result = done(
      act(item, people.writer, 'note', { comment: '足够长了吧' }),
    );
    expect(result).toMatchObject({
      entered: false,
      timers: [],
      item: { entry: item.entry },
    });
  });

  it('does not change what it was given', () => {
    const item = onBoard();
    const before = JSON.stringify(item);
    act(item, cora, 'defer');
    close(item, 'council', votes({ [cora]: 'sendBack' }));
    expect(JSON.stringify(item)).toBe(before);
  });
});

describe('a hold', () => {
  it('goes back to where it was', () => {
    const item = handedIn();
    const parked = done(act(item, cora, 'hold', { comment: 'Later.' })).item;
    expect(parked).toMatchObject({ state: 'parked', previous: 'look' });
    expect(actionsOf(definition, parked, as(cora)).map(({ id }) => id)).toEqual(
      ['resume', 'drop'],
    );
    const back = done(act(parked, cora, 'resume')).item;
    expect(back).toMatchObject({
      state: 'look',
      previous: undefined,
      entry: item.entry + 2,
    });
  });

  it('after a hold keeps the state before both', () => {
    const workflow = structuredClone(definition);
    workflow.global.hold.except = [];
    const parked = done(act(handedIn(), cora, 'hold', { comment: 'Later.' }));
    const again = {
      type: 'action',
      action: 'hold',
      comment: 'Still.',
    } as const;
    const twice = done(step(workflow, parked.item, again, as(cora))).item;
    expect(twice).toMatchObject({ state: 'parked', previous: 'look' });
  });

  it('closes open boards, and opens a new round afterwards', () => {
    const deferred = done(act(onBoard(), cora, 'defer'));
    expect(deferred.lines).toContainEqual({
      type: 'boardClosed',
      payload: { board: 'council', round: 1, outcome: 'cancelled' },
    });
    expect(deferred.item).toMatchObject({
      state: 'parked',
      milestones: ['submitted', 'triaged', 'deferred'],
    });
    const { item } = done(act(deferred.item, cora, 'resume'));
    expect(item.boards).toMatchObject([
      { id: 'council', round: 2, status: 'open' },
    ]);
    expect(
      close(item, 'council', votes({ [cora]: 'sendBack' }), 1),
    ).toMatchObject({ code: 'board-closed' });
  });
});

describe('a choice', () => {
  const measure = (workflow: WorkflowDefinition, item: WorkItem) => {
    const command = { type: 'action', action: 'measure', data: { after: 30 } };
    return done(step(workflow, item, command as Command, as(people.auditor)));
  };

  it('takes a condition that cannot be answered for false, and notes it', () => {
    const result = measure(definition, { ...created(), state: 'measuring' });
    expect(result.item.state).toBe('unproven');
    expect(result.lines).toContainEqual({
      type: 'guardError',
      payload: {
        where: 'verdict.choose.0',
        message: expect.stringContaining('goal'),
      },
    });
  });

  it('has effects of its own, and branches that are used up', () => {
    const workflow = structuredClone(definition);
    const { verdict } = workflow.states;
    verdict.onEnter = [
      { use: 'notify', with: { to: 'role:writer', template: 'verdict' } },
    ];
    if (verdict.type === 'choice') {
      verdict.choose[0].max = 1;
    }
    const item = { ...handedIn(), state: 'measuring' };
    const first = measure(workflow, item);
    expect(first.effects[0]).toMatchObject({ recipients: [people.writer] });
    expect(first.item.state).toBe('proven');
    const again = { ...first.item, state: 'measuring' };
    expect(measure(workflow, again).item.state).toBe('unproven');
  });
});

describe('timers and events', () => {
  const fire = (
    item: WorkItem,
    id: string,
    entry = item.entry,
    ballots?: Ballot[],
  ) =>
    step(
      definition,
      item,
      { type: 'timer', id, entry, ...(ballots && { ballots }) },
      as('system', '2025-04-30T08:00:00.000Z'),
    );

  it('move the item, or only set something off', () => {
    expect(done(fire(created(), 'forgotten')).item).toMatchObject({
      state: 'dropped',
      outcome: 'dropped',
    });
    const slow = done(fire(handedIn(), 'slow'));
    expect(slow).toMatchObject({ entered: false, item: { state: 'look' } });
    expect(slow.effects).toMatchObject([
      { use: 'notify', recipients: [people.lead, people.backup] },
    ]);
    expect(types(slow)).toEqual(['timer']);
  });

  it('do nothing more when their way is used up', () => {
    const workflow = structuredClone(definition);
    const { writing, building } = workflow.states;
    Object.assign(writing.timers[0].fire ?? {}, { max: 1 });
    building.events['linked.requirement.released'].max = 1;
    const taken = {
      'writing.timers.forgotten': 1,
      'building.events.linked.requirement.released': 1,
    };
    const item = { ...created(), taken };
    const timer: Command = { type: 'timer', id: 'forgotten', entry: 1 };
    expect(done(step(workflow, item, timer, as('system')))).toMatchObject({
      entered: false,
      item: { state: 'writing' },
    });
    const waiting = { ...item, state: 'building' };
    const event: Command = {
      type: 'event',
      name: 'linked.requirement.released',
    };
    expect(step(workflow, waiting, event, as('system'))).toMatchObject({
      code: 'max-reached',
    });
  });

  it('are stale when the item has moved on', () => {
    const item = handedIn();
    expect(fire(item, 'slow', item.entry - 1)).toMatchObject({
      code: 'stale-timer',
    });
    expect(fire(item, 'forgotten')).toMatchObject({ code: 'stale-timer' });
    expect(fire(item, 'deadline:council', item.entry, [])).toMatchObject({
      code: 'stale-timer',
    });
    expect(timerBoard('deadline:council')).toBe('council');
    expect(timerBoard('remind.1:council')).toBe('council');
    expect(timerBoard('slow')).toBeUndefined();
    expect(() => fire(onBoard(), 'deadline:council')).toThrow('ballots');
  });

  it('are heard by a state that waits for them, when their guard holds', () => {
    const hear = (item: WorkItem, name: string) =>
      step(definition, item, { type: 'event', name }, as('system'));
    const released = 'linked.requirement.released';
    const item = { ...created(), state: 'building' };
    expect(hear(created(), released)).toMatchObject({ code: 'unknown-event' });
    expect(hear(item, 'constructor')).toMatchObject({ code: 'unknown-event' });
    expect(hear(item, released)).toMatchObject({ code: 'guard' });
    const ordered = { ...item, data: { ...item.data, order: 'RQ-1' } };
    expect(done(hear(ordered, released)).item.state).toBe('settling');
    expect(types(done(hear(ordered, released)))).toEqual(['event', 'entered']);
  });
});

describe('an end', () => {
  const proven = (moment: string): WorkItem => ({
    ...created(),
    state: 'proven',
    outcome: 'success',
    enteredAt: moment,
  });
  const reopen = (item: WorkItem) =>
    act(item, people.auditor, 'reopen', { comment: 'It broke.' });

  it('is reopened in time and as often as it may', () => {
    const { item } = done(reopen(proven('2025-02-01T08:00:00.000Z')));
    expect(item).toMatchObject({ state: 'measuring', outcome: undefined });
    expect(reopen(proven('2024-11-01T08:00:00.000Z'))).toMatchObject({
      code: 'too-late',
      why: {
        en: expect.stringContaining('30 Jan 2025'),
        zh: expect.stringContaining('2025年1月30日'),
      },
    });
    expect(reopen({ ...proven(now), taken: item.taken })).toMatchObject({
      code: 'max-reached',
    });
    expect(act(proven(now), people.writer, 'drop')).toMatchObject({
      code: 'unknown-action',
    });
  });

  it('notes a milestone again, with its number', () => {
    const measuring = { ...handedIn(), state: 'measuring', milestones: [] };
    const measured = done(
      act(measuring, people.auditor, 'measure', { data: { after: 30 } }),
    );
    expect(measured.item.milestones).toEqual(['benefitVerified']);
    const again = done(
      act({ ...measured.item, state: 'measuring' }, people.auditor, 'measure', {
        data: { after: 31 },
      }),
    );
    expect(
      again.lines.find(({ type }) => type === 'milestone')?.payload,
    ).toMatchObject({ times: 2 });
  });
});

it('a circle that only shows while it runs is refused, not followed for ever', () => {
  const workflow = structuredClone(definition);
  const { sorting } = workflow.states;
  if (sorting.type === 'choice') {
    sorting.choose = [{ to: 'sorting', effects: [], set: {} }];
  }
  const result = step(
    workflow,
    handedIn(),
    { type: 'action', action: 'pass' },
    as(people.lead),
  );
  expect(result).toMatchObject({ ok: false, code: 'guard-error' });
});
