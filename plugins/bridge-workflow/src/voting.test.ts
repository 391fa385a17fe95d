import {
  Ballot,
  boardsOf,
  checkBallot,
  Command,
  compile,
  step,
  WorkItem,
  WorkflowDefinition,
} from './index';
import {
  act,
  as,
  carl,
  chad,
  cleo,
  close,
  cora,
  created,
  definition,
  done,
  handedIn,
  numbers,
  onBoard,
  otto,
  types,
  votes,
} from './testing/desk';
import { improvement, improvementYaml } from './testing/improvement';
import { people } from './testing/people';

describe('a board', () => {
  it('opens with its electorate, its recusals and its deadline', () => {
    const { item, timers, lines } = done(
      act(handedIn({ danger: 'much' }), people.lead, 'pass'),
    );
    expect(item.boards).toMatchObject([
      {
        id: 'council',
        round: 1,
        status: 'open',
        electorate: [
          { ref: cora, chair: true },
          { ref: carl, chair: false },
          { ref: cleo },
          { ref: chad },
          { ref: otto },
        ],
        recused: [{ voter: cleo, kind: 'automatic' }],
        included: [{ role: 'keeper', people: [otto] }],
      },
      { id: 'safety', electorate: [{ ref: people.auditor }] },
    ]);
    expect(timers.map(({ id }) => id)).toEqual([
      'deadline:council',
      'deadline:safety',
    ]);
    expect(lines.filter(({ type }) => type === 'boardOpened')).toHaveLength(2);
  });

  it('fixes what each seat weighs, and who holds two seats has both', () => {
    const own = improvement(yaml =>
      yaml
        .replace(
          'chair: speaker',
          'chair: speaker\n            weights: { speaker: 2, keeper: 1.5, hand: 1 }',
        )
        .replace(
          '    speaker:',
          "    hand: { from: { group: 'group:default/committee-speaker' }, min: 1 }\n    speaker:",
        ),
    );
    const pass: Command = { type: 'action', action: 'pass' };
    const opened = step(own, handedIn(), pass, as(people.lead));
    const { item, lines } = done(opened);
    const electorate = [
      { ref: cora, chair: true, weight: 3 },
      { ref: carl, chair: false },
      { ref: cleo, chair: false },
      { ref: chad, chair: false },
      { ref: otto, chair: false, weight: 1.5 },
    ];
    expect(item.boards[0].electorate).toEqual(electorate);
    expect(lines).toContainEqual({
      type: 'boardOpened',
      payload: expect.objectContaining({ electorate }),
    });
    const [shown] = boardsOf(own, item, as(cora), new Map());
    expect(shown.electorate[0]).toEqual({ user: cora, chair: true, weight: 3 });
  });

  it('reminds those who may vote and have not, while it is open', () => {
    const own = improvement(yaml =>
      yaml.replace(
        'chair: speaker',
        'chair: speaker\n            remind: [P2D, P4D]',
      ),
    );
    const run = (item: WorkItem, command: Command, actor: string) =>
      step(own, item, command, as(actor));
    const pass: Command = { type: 'action', action: 'pass' };
    const { item, timers } = done(run(handedIn(), pass, people.lead));
    expect(timers.map(({ id }) => id)).toEqual([
      'remind.0:council',
      'remind.1:council',
      'deadline:council',
    ]);
    const due = (ballots: Ballot[]): Command => ({
      ...{ type: 'timer', id: 'remind.0:council', entry: item.entry, ballots },
    });
    const { effects, lines } = done(
      run(item, due(votes({ [carl]: 'approve', [otto]: 'abstain' })), 'system'),
    );
    // Cleo is recused.
    const recipients = [cora, chad];
    expect(effects).toEqual([
      {
        use: 'notify',
        with: { to: recipients, template: 'vote-reminder', board: 'council' },
        recipients,
      },
    ]);
    expect(lines).toEqual([
      { type: 'timer', payload: { timer: 'remind.0:council' } },
    ]);
    const everybody = votes({
      [carl]: 'approve',
      [otto]: 'abstain',
      [cora]: 'reject',
      [chad]: 'reject',
    });
    expect(done(run(item, due(everybody), 'system')).effects).toEqual([]);
    const closed = {
      ...item,
      boards: [{ ...item.boards[0], status: 'cancelled' as const }],
    };
    expect(run(closed, due([]), 'system')).toMatchObject({
      code: 'stale-timer',
    });
  });

  describe('of which some are enough', () => {
    const quick = (combine: string) => {
      const own = improvement(yaml =>
        yaml
          .replace(
            '        escalateTo: speaker\n',
            `        escalateTo: speaker\n        combine: ${combine}\n`,
          )
          // There the second vote comes too late.
          .replace(
            '        - vote owner approve x1\n',
            combine === 'any' ? '' : '$&',
          ),
      );
      const run = (item: WorkItem, command: Command, actor: string) =>
        done(step(own, item, command, as(actor))).item;
      const pass: Command = { type: 'action', action: 'pass' };
      const small = handedIn({ price: 500, danger: 'none' });
      const after = (item: WorkItem, board: string, ballots: Ballot[]) => {
        const end: Command = {
          ...{ type: 'closeBoard', board, round: 1, ballots },
          ballotsHash: 'h',
        };
        return run(item, end, 'system');
      };
      return { item: run(small, pass, people.lead), after };
    };
    const yes = (person: string) => votes({ [person]: 'approve' });
    const no = (person: string) => votes({ [person]: 'reject' });

    it('ends with the first board in favour', () => {
      const { item, after } = quick('any');
      expect(item.state).toBe('quick');
      const adopted = after(item, 'lead', yes(people.lead));
      expect(adopted.state).toBe('building');
      expect(adopted.boards.map(({ status }) => status)).toEqual([
        'approved',
        'cancelled',
      ]);
    });

    it('leaves the question to the others when one says no', () => {
      const { item, after } = quick('any');
      const refused = after(item, 'lead', no(people.lead));
      expect([refused.state, refused.boards[1].status]).toEqual([
        'quick',
        'open',
      ]);
      expect(after(refused, 'owner', yes(otto)).state).toBe('building');
      expect(after(refused, 'owner', no(otto)).state).toBe('refused');
    });

    it('is a no once so many can no longer be in favour', () => {
      const { item, after } = quick('{ atLeast: 2 }');
      const one = after(item, 'lead', yes(people.lead));
      expect(one.state).toBe('quick');
      expect(after(one, 'owner', yes(otto)).state).toBe('building');
      const refused = after(item, 'owner', no(otto));
      expect(refused.state).toBe('refused');
      expect(refused.boards[0].status).toBe('cancelled');
    });
  });

  it('lets its chair, and nobody else, recuse a member', () => {
    const item = onBoard();
    const impose = (actor: string, voter: string) =>
      step(
        definition,
        item,
        { type: 'recuse', board: 'council', reason: ' Own plant ', voter },
        as(actor),
      );
    const refused = (actor: string, voter: string) => {
      const result = impose(actor, voter);
      return result.ok ? undefined : result.code;
    };
    const done1 = done(impose(cora, chad));
    expect(done1.item.boards[0].recused).toContainEqual({
      ...{ voter: chad, kind: 'imposed', by: cora },
      reason: { en: 'Own plant', zh: 'Own plant' },
    });
    expect(done1.lines[0]).toEqual({
      type: 'recused',
      payload: {
        ...{ board: 'council', round: 1, voter: chad, reason: 'Own plant' },
      },
    });
    expect(refused(carl, chad)).toBe('not-the-chair');
    expect(refused(people.stranger, chad)).toBe('not-the-chair');
    expect(refused(cora, cleo)).toBe('recused');
    expect(refused(cora, people.stranger)).toBe('not-a-voter');
    const [council] = boardsOf(definition, item, as(cora), new Map());
    expect(council.mayRecuseOthers).toBe(true);
    const [seen] = boardsOf(definition, item, as(carl), new Map());
    expect(seen.mayRecuseOthers).toBe(false);
  });

  it('names the role for which somebody is recused', () => {
    const item = created({ authors: [carl, people.writer] });
    const handed = done(
      act(item, people.writer, 'handIn', { data: numbers }),
    ).item;
    const { boards } = done(act(handed, people.lead, 'pass')).item;
    expect(boards[0].recused).toContainEqual({
      voter: carl,
      kind: 'automatic',
      reason: { en: 'authors', zh: '作者' },
    });
  });

  it('ends when the ballots decide, and not before', () => {
    const item = onBoard();
    const three = votes({
      [cora]: 'approve',
      [carl]: 'approve',
      [chad]: 'approve',
    });
    // The quorum includes the keeper of the system.
    expect(close(item, 'council', three)).toMatchObject({
      code: 'no-decision',
    });
    const four = [...three, ...votes({ [otto]: 'abstain' })];
    const result = done(close(item, 'council', four));
    expect(types(result)).toEqual(['boardClosed', 'milestone', 'entered']);
    expect(result.lines[0].payload).toEqual({
      board: 'council',
      round: 1,
      outcome: 'approved',
      count: { for: 3, against: 0, abstained: 1, cast: 4 },
      ballotsHash: 'h',
    });
    expect(result.item).toMatchObject({
      state: 'building',
      boards: [{ status: 'approved', ballotsHash: 'h' }],
    });
    expect(result.effects).toEqual([
      {
        use: 'createItem',
        with: {
          workflow: 'requirement',
          link: 'implements',
          data: { title: 'Shorter way' },
        },
        saveTo: 'data.order',
      },
    ]);
    expect(close(result.item, 'council', four)).toMatchObject({
      code: 'board-closed',
    });
  });

  it('waits for the others, unless it has rejected', () => {
    const item = onBoard({ danger: 'much' });
    const yes = votes({
      [cora]: 'approve',
      [carl]: 'approve',
      [chad]: 'approve',
      [otto]: 'approve',
    });
    const first = done(close(item, 'council', yes)).item;
    expect(first).toMatchObject({
      state: 'council',
      boards: [{ status: 'approved' }, { status: 'open' }],
    });
    const second = done(
      close(first, 'safety', votes({ [people.auditor]: 'approve' })),
    ).item;
    expect(second.state).toBe('building');
    const refused = done(
      close(item, 'safety', votes({ [people.auditor]: 'reject' })),
    ).item;
    expect(refused).toMatchObject({
      state: 'refused',
      outcome: 'failure',
      milestones: expect.arrayContaining(['rejected']),
      boards: [{ status: 'cancelled' }, { status: 'rejected' }],
    });
  });

  it('is sent back as often as it may, and then the choice is gone', () => {
    let item = onBoard();
    const chairSays = votes({ [cora]: 'sendBack' });
    for (const round of [1, 2]) {
      item = done(close(item, 'council', chairSays, round)).item;
      expect(item.state).toBe('writing');
      item = done(act(item, people.writer, 'handIn')).item;
      item = done(act(item, people.lead, 'pass')).item;
    }
    expect(item.boards[0].round).toBe(3);
    const ballot = { board: 'council', choice: 'sendBack' };
    expect(
      checkBallot(definition, item, ballot, undefined, as(cora)),
    ).toMatchObject({ code: 'unknown-choice' });
  });

  const deadline = (item: WorkItem, id: string, ballots: Ballot[]) =>
    step(
      definition,
      item,
      { type: 'timer', id, entry: item.entry, ballots },
      as('system', '2025-03-03T08:00:00.000Z'),
    );

  it('counts what there is at its deadline', () => {
    const item = onBoard();
    const yes = votes({
      [cora]: 'approve',
      [carl]: 'approve',
      [otto]: 'reject',
    });
    expect(done(deadline(item, 'deadline:council', yes)).item.state).toBe(
      'building',
    );
    const few = done(deadline(item, 'deadline:council', yes.slice(0, 2)));
    expect(few.item).toMatchObject({ state: 'parked', previous: 'council' });
    expect(types(few)).toEqual(['timer', 'boardClosed', 'entered']);
  });

  it('is escalated once, and then has no quorum', () => {
    const item = onBoard({ price: 1, danger: 'none' });
    expect(item).toMatchObject({
      state: 'quick',
      boards: [{ id: 'lead' }, { id: 'owner' }],
    });
    const escalated = done(deadline(item, 'deadline:lead', []));
    expect(escalated.lines[1]).toMatchObject({
      type: 'boardEscalated',
      payload: { board: 'lead', added: [{ ref: cora, escalated: true }] },
    });
    expect(escalated.timers).toEqual([
      {
        id: 'again.1:lead',
        entry: item.entry,
        fireAt: '2025-03-05T08:00:00.000Z',
      },
    ]);
    expect(deadline(escalated.item, 'deadline:lead', [])).toMatchObject({
      code: 'stale-timer',
    });
    const decided = done(
      close(escalated.item, 'lead', votes({ [cora]: 'approve' })),
    );
    expect(decided.item.boards[0].status).toBe('approved');
    const silent = done(deadline(escalated.item, 'again.1:lead', [])).item;
    expect(silent.boards[0].status).toBe('noQuorum');
    // The other board has no escalation; both together lead to the council.
    expect(done(deadline(silent, 'deadline:owner', [])).item.state).toBe(
      'council',
    );
  });

  it('recuses also those who come with an escalation', () => {
    const item = onBoard({ price: 1, danger: 'none' });
    const data = { ...item.data, authors: [cora] };
    const { boards } = done(
      deadline({ ...item, data }, 'deadline:lead', []),
    ).item;
    expect(boards[0].recused).toMatchObject([{ voter: cora }]);
  });

  it('that cannot assemble ends at once', () => {
    const item = created({ authors: people.members });
    const handed = done(
      act(item, people.writer, 'handIn', { data: numbers }),
    ).item;
    const result = done(
      act({ ...handed, createdBy: people.writer }, people.lead, 'pass'),
    );
    expect(result.item).toMatchObject({
      state: 'parked',
      previous: 'council',
      boards: [{ status: 'noQuorum' }],
    });
    expect(result.timers).toMatchObject([{ id: 'reminder', entry: 4 }]);
    // All are recused, yet somebody has the role.
    expect(result.effects.map(({ use }) => use)).not.toContain('emptyBoard');
    expect(types(result).filter(type => type === 'entered')).toHaveLength(2);
  });

  it('does sit when its condition cannot be answered', () => {
    const yaml = improvementYaml
      .replace("when: data.danger == 'much'", 'when: data.after > 1')
      // Which would then wait for that board.
      .replace(/ {4}- name: the council asks[^]*?(?= {4}- name: nobody)/, '');
    const workflow = compile(yaml).definition as WorkflowDefinition;
    const result = done(
      step(
        workflow,
        handedIn(),
        { type: 'action', action: 'pass' },
        as(people.lead),
      ),
    );
    expect(result.item.boards.map(({ id }) => id)).toEqual([
      'council',
      'safety',
    ]);
    expect(result.lines).toContainEqual({
      type: 'guardError',
      payload: { where: 'safety', message: expect.stringContaining('after') },
    });
  });
});

describe('a ballot', () => {
  const item = onBoard();
  const cast = (
    actor: string,
    choice: string,
    reason?: string,
    mine?: Ballot,
  ) =>
    checkBallot(
      definition,
      item,
      { board: 'council', choice, reason },
      mine,
      as(actor),
    )?.code;

  it('is checked as it is cast', () => {
    expect(cast(cora, 'approve')).toBeUndefined();
    expect(cast(carl, 'reject', `short${' '.repeat(20)}`)).toBe(
      'reason-required',
    );
    expect(
      cast(carl, 'reject', '理由要写够二十个字，这里恰好写了二十几个字。'),
    ).toBeUndefined();
    expect(cast(carl, 'sendBack')).toBe('unknown-choice');
    expect(cast(cora, 'sendBack')).toBeUndefined();
    expect(cast(carl, 'toString')).toBe('unknown-choice');
    expect(cast(cleo, 'approve')).toBe('recused');
    expect(cast(people.stranger, 'approve')).toBe('not-a-voter');
    expect(cast('system', 'approve')).toBe('not-a-voter');
    const stranger = { board: 'safety', choice: 'approve' };
    expect(
      checkBallot(definition, item, stranger, undefined, as(cora))?.code,
    ).toBe('unknown-board');
    const closed = done(
      close(item, 'council', votes({ [cora]: 'sendBack' })),
    ).item;
    const late = { board: 'council', choice: 'approve' };
    expect(
      checkBallot(definition, closed, late, undefined, as(cora))?.code,
    ).toBe('board-closed');
  });

  it('may be changed unless the board says never', () => {
    const [mine] = votes({ [people.auditor]: 'approve' });
    const both = onBoard({ danger: 'much' });
    const again = { board: 'safety', choice: 'reject' };
    expect(cast(cora, 'abstain', undefined, mine)).toBeUndefined();
    expect(
      checkBallot(definition, both, again, mine, as(people.auditor))?.code,
    ).toBe('already-voted');
  });

  it('is offered with everything a page needs', () => {
    const mine = votes({ [cora]: 'approve' });
    const ballots = new Map([
      ['council', [...mine, ...votes({ [cleo]: 'reject' })]],
    ]);
    expect(boardsOf(definition, item, as(cora), ballots)).toMatchObject([
      {
        id: 'council',
        round: 1,
        state: 'open',
        choices: [
          'approve',
          'approveWithConditions',
          'reject',
          'abstain',
          'sendBack',
        ],
        cast: 1,
        quorum: { needed: 3, present: 1 },
        recused: [{ user: cleo }],
        reasonLength: { reject: 20 },
        deadlineAt: '2025-03-06T08:00:00.000Z',
        mine: mine[0],
        mayRecuse: true,
        allowed: true,
      },
    ]);
    const [other] = boardsOf(definition, item, as(cleo), ballots);
    expect(other).toMatchObject({
      allowed: false,
      mayRecuse: false,
      why: { code: 'recused' },
    });
    expect(other.choices).not.toContain('sendBack');
  });
});

describe('a declared conflict', () => {
  const declare = (
    item: WorkItem,
    actor: string,
    reason = 'My brother sells it.',
  ) =>
    step(
      definition,
      item,
      { type: 'recuse', board: 'council', reason },
      as(actor),
    );

  it('takes a member off the board', () => {
    const result = done(declare(onBoard(), carl));
    expect(result.lines).toEqual([
      {
        type: 'recused',
        payload: {
          board: 'council',
          round: 1,
          voter: carl,
          reason: 'My brother sells it.',
        },
      },
    ]);
    expect(declare(result.item, carl)).toMatchObject({ code: 'recused' });
    expect(declare(onBoard(), people.stranger)).toMatchObject({
      code: 'not-a-voter',
    });
    expect(declare(onBoard(), carl, ' ')).toMatchObject({
      code: 'reason-required',
    });
    expect(declare(created(), carl)).toMatchObject({ code: 'unknown-board' });
  });

  it('ends a board that can no longer assemble', () => {
    const one = done(declare(onBoard(), carl)).item;
    expect(one.state).toBe('council');
    expect(done(declare(one, otto)).item).toMatchObject({
      state: 'parked',
      boards: [{ status: 'noQuorum' }],
    });
  });
});
