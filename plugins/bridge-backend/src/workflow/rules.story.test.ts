import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { CLERK, Motions } from './testing/Motions';
import { user } from './testing/TestPeople';

// The rules of an approval, each with the record that a board leaves. Weights,
// vetoes and secret votes are told by definitions.story.test.ts, votes of
// members who are away by delegation.story.test.ts.

jest.setTimeout(120_000);

const five = ['v0', 'v1', 'v2', 'v3', 'v4'];
const three = five.slice(0, 3);
/** All of some people vote alike. */
const alike = (names: string[], choice: string) =>
  Object.fromEntries(names.map(name => [name, choice]));

describe.each(DATABASE_IDS)('a board that approves, on %s', id => {
  let motions: Motions;

  beforeAll(async () => {
    motions = await Motions.start(await emptyDatabase(id));
  });

  const council = (seats: object = {}) =>
    motions.put('council', { members: three, chair: 'v0', ...seats });
  const act = (key: string, action: string, body: object = {}) =>
    motions.people.act(CLERK, key, action, body);

  it('has the members of the moment when it opened, and ends at once where there are none', async () => {
    const key = await council();
    await act(key, 'seat', { data: { members: five.map(user) } });
    const late = await motions.vote('v4', key, 'approve');
    expect([late.status, late.body.error.code]).toEqual([
      403,
      'action-forbidden',
    ]);
    expect(await motions.waiting('v4', key)).toEqual([]);
    await motions.cast(key, alike(['v0', 'v1'], 'approve'));
    expect(await motions.records(key)).toMatchObject([
      {
        state: 'approved',
        electorate: three,
        recused: {},
        ballots: alike(['v0', 'v1'], 'approve'),
        rule: expect.arrayContaining([
          'More than 50 % of the votes for and against must be for it.',
        ]),
      },
    ]);

    const empty = await council({ members: [] });
    expect(await motions.stand(empty)).toEqual(['undecided', 'noQuorum']);
    expect(await motions.records(empty)).toMatchObject([
      { state: 'noQuorum', electorate: [], ballots: {}, count: { cast: 0 } },
    ]);
    await motions.bridge.runTask('bridge-work');
    const told = motions.bridge.notifications
      .filter(({ link }) => link?.endsWith(empty))
      .sort(({ to: [one] }, { to: [other] }) => (one < other ? -1 : 1));
    expect(told).toMatchObject([
      { to: ['group:default/motions'], title: expect.stringContaining('没有') },
      { to: [user('v0')], title: expect.stringContaining('未达最低到会人数') },
    ]);
  });

  it('loses the votes of members with a conflict, yet never shrinks below its minimum', async () => {
    const key = await council({
      members: [...five, 'v5', 'v6'],
      ...{ authors: ['v1'], relatives: ['v2'], elders: ['v3', 'v9'] },
    });
    const away = { delegate: 'v3', from: '2025-01-01', until: '2999-12-31' };
    const named = await motions.people.post('v5', '/delegations', away);
    expect(named.status).toBe(201);
    await motions.recuse('v3', key, 'My brother sells it.');
    await motions.recuse('v0', key, 'Works for the supplier.', 'v4');
    for (const [name, more] of [
      ['v1', {}],
      ['v2', {}],
      ['v3', { onBehalfOf: 'v5' }],
      ['v4', {}],
    ] as const) {
      const { status } = await motions.vote(name, key, 'approve', more);
      expect([name, status]).toEqual([name, 403]);
    }
    await motions.cast(key, alike(['v0', 'v6'], 'approve'));
    expect(await motions.records(key)).toMatchObject([
      {
        state: 'approved',
        electorate: [...five, 'v5', 'v6'],
        recused: {
          v1: 'Authors',
          v2: 'conflict of interest',
          v3: 'My brother sells it.',
          v4: 'Works for the supplier.',
        },
        quorum: { needed: 2, present: 2 },
        rule: expect.arrayContaining(['Recused: creator, Authors.']),
      },
    ]);

    // One of three is left, and two are the minimum: others come at once.
    const small = await council({ authors: ['v1'], elders: ['v9'] });
    expect(await motions.waiting('v9', small)).toEqual([]);
    await motions.recuse('v2', small, 'My sister uses it.');
    expect(await motions.waiting('v9', small)).toHaveLength(1);
    await motions.cast(small, alike(['v0', 'v9'], 'approve'));
    expect(await motions.wholeRecords(small)).toMatchObject([
      { state: 'approved', escalated: true, quorum: { needed: 2, present: 2 } },
    ]);
  });

  it('needs so many who are present, also those who abstain', async () => {
    const decided = async (ballots: { [name: string]: string }) => {
      const key = await motions.put('presence', { members: five });
      await motions.cast(key, ballots, 'presence');
      expect(await motions.stand(key)).toEqual(['vote', 'open']);
      await motions.comes(key, 'deadline:presence');
      return motions.records(key);
    };
    const two = alike(['v1', 'v2'], 'approve');
    expect(await decided(two)).toMatchObject([
      {
        state: 'noQuorum',
        electorate: five,
        quorum: { needed: 3, present: 2 },
        rule: expect.arrayContaining([
          'At least 60 % of those who are not recused must have voted, and at least 2.',
        ]),
      },
    ]);
    expect(await decided({ ...two, v3: 'abstain' })).toMatchObject([
      {
        state: 'approved',
        quorum: { needed: 3, present: 3 },
        count: { for: 2, against: 0, abstained: 1 },
      },
    ]);
  });

  it('decides by the first vote, by all of them, by a share or in a tie by the chair, and never by abstentions', async () => {
    const cases: [string, { [name: string]: string }, string, string][] = [
      ['first', { v1: 'abstain', v2: 'reject' }, 'rejected', 'The first vote'],
      ['first', alike(three, 'abstain'), 'noQuorum', 'The first vote'],
      ['unanimous', alike(three, 'approve'), 'approved', 'one against ends'],
      ['unanimous', { v0: 'reject' }, 'rejected', 'one against ends'],
      [
        'share',
        { v0: 'reject', v1: 'approve', v2: 'approve' },
        'approved',
        'At least 60 %',
      ],
      ['council', { v0: 'approve', v1: 'reject' }, 'approved', 'In a tie'],
      ['council', { v0: 'reject', v1: 'approve' }, 'rejected', 'In a tie'],
    ];
    for (const [board, ballots, state, sentence] of cases) {
      const electorate = board === 'council' ? ['v0', 'v1'] : three;
      const seats = { members: electorate, chair: 'v0' };
      const key = await motions.put(board, seats);
      await motions.cast(key, ballots, board);
      const rule = expect.arrayContaining([expect.stringContaining(sentence)]);
      expect(await motions.records(key)).toMatchObject([
        { board, state, ballots, electorate, rule },
      ]);
    }
  });

  it('closes as soon as no missing vote can change the outcome, and not before', async () => {
    const key = await council({ members: five });
    await motions.cast(key, alike(['v0', 'v1'], 'approve'));
    expect(await motions.stand(key)).toEqual(['vote', 'open']);
    await motions.cast(key, { v2: 'approve' });
    expect(await motions.stand(key)).toEqual(['carried', 'approved']);
    expect(await motions.records(key)).toMatchObject([
      {
        electorate: five,
        count: { for: 3, against: 0, cast: 3 },
        rule: expect.arrayContaining([
          'The vote closes as soon as no missing vote can change the result.',
        ]),
      },
    ]);

    // A board that wants to talk has its whole time.
    const talk = await motions.put('presence', { members: five });
    await motions.cast(talk, alike(five, 'approve'), 'presence');
    expect(await motions.stand(talk)).toEqual(['vote', 'open']);
    await motions.comes(talk, 'deadline:presence');
    expect(await motions.records(talk)).toMatchObject([
      { state: 'approved', electorate: five, count: { for: 5, cast: 5 } },
    ]);
  });

  it('lets members change their votes until it closes, and never afterwards', async () => {
    const key = await council();
    await motions.cast(key, { v1: 'approve' });
    await motions.cast(key, { v1: 'reject', v0: 'reject' });
    const late = await motions.vote('v1', key, 'approve');
    expect([late.status, late.body.error.code]).toEqual([409, 'board-closed']);
    expect(await motions.stand(key)).toEqual(['lost', 'rejected']);
    expect(await motions.records(key)).toMatchObject([
      {
        state: 'rejected',
        electorate: three,
        count: { for: 0, against: 2, cast: 2 },
        ballots: alike(['v0', 'v1'], 'reject'),
      },
    ]);
    // What was said before is written over by nothing.
    expect(await motions.ballotRows(key)).toBe(3);

    const final = await motions.put('final', { members: three });
    await motions.cast(final, { v1: 'approve' }, 'final');
    const again = await motions.vote('v1', final, 'reject', { board: 'final' });
    expect([again.status, again.body.error.message]).toEqual([
      ...[409, expect.stringContaining('have voted')],
    ]);
    await motions.cast(final, alike(['v0', 'v2'], 'approve'), 'final');
    expect(await motions.records(final)).toMatchObject([
      {
        ...{ state: 'approved', electorate: three, recused: {} },
        ballots: alike(['v1', 'v0', 'v2'], 'approve'),
        rule: expect.arrayContaining(['A vote that was cast stands.']),
      },
    ]);
    expect(await motions.ballotRows(final)).toBe(3);
  });

  it('reminds, waits longer, asks others as well, and takes silence for no consent', async () => {
    const key = await council({ elders: ['v9'] });
    await motions.cast(key, { v1: 'approve' });
    const reminded = () =>
      motions.bridge.notifications
        .splice(0)
        .filter(({ link }) => link?.endsWith(key))
        .map(({ to }) => to);
    reminded();
    await motions.comes(key, 'remind.0:council');
    expect(reminded()).toEqual([['v0', 'v2'].map(user)]);
    await motions.comes(key, 'deadline:council');
    expect(reminded()).toEqual([['v0', 'v2'].map(user)]);
    expect(await motions.waiting('v9', key)).toEqual([]);
    await motions.comes(key, 'again.1:council');
    expect(await motions.waiting('v9', key)).toHaveLength(1);
    expect(reminded()).toEqual([[user('v9')]]);
    expect(await motions.stand(key)).toEqual(['vote', 'open']);
    await motions.comes(key, 'again.2:council');
    expect(await motions.stand(key)).toEqual(['undecided', 'noQuorum']);
    expect(await motions.records(key)).toMatchObject([
      {
        ...{ state: 'noQuorum', extended: 1, escalatedTo: ['v9'] },
        electorate: [...three, 'v9'],
        quorum: { needed: 2, present: 1 },
        count: { for: 1, against: 0 },
        rule: expect.arrayContaining([
          'The vote lasts at most 5 days.',
          expect.stringMatching(
            /^While too few have voted it is prolonged.* by 2 days/,
          ),
        ]),
      },
    ]);
  });

  it('takes silence for consent only where its rules say so, and then says so', async () => {
    const key = await motions.put('tacit', { members: three });
    await motions.comes(key, 'deadline:tacit');
    expect(await motions.stand(key)).toEqual(['carried', 'approved']);
    const [record] = await motions.wholeRecords(key);
    expect(record).toMatchObject({
      ...{ state: 'approved', tacit: true, count: { cast: 0 } },
      electorate: three.map(name => ({ user: user(name) })),
    });
    expect(record.rule.map(({ en }) => en)).toContain(
      'Whoever is silent until then consents.',
    );
    expect(record.markdown.en).toContain('because nobody objected in time');
  });

  it('imposes conditions, which hold the item up and lapse with their time', async () => {
    const key = await council();
    const asking = (text: string) => ({
      conditions: [{ text, owner: 'v8', due: '2999-01-31' }],
    });
    const choice = 'approveWithConditions';
    await motions.vote('v0', key, choice, asking('Train the night shift.'));
    await motions.vote('v1', key, choice, asking('Try it on one line.'));
    expect(await motions.stand(key)).toEqual(['promises', 'conditional']);
    expect(await motions.wholeRecords(key)).toMatchObject([
      {
        state: 'conditional',
        count: { for: 2, against: 0 },
        electorate: [{ chair: true }, { chair: false }, { chair: false }],
        conditions: [
          { text: 'Train the night shift.', owner: user('v8') },
          { text: 'Try it on one line.', by: user('v1') },
        ],
      },
    ]);
    const path = `/items/${key}/conditions/council.1.1`;
    const met = await motions.people.post('v8', path, { met: true });
    expect(met.status).toBe(200);
    const { rev } = met.body;
    const early = await motions.people.post(
      'v0',
      `/items/${key}/actions/kept`,
      {
        rev,
      },
    );
    expect([early.status, early.body.error.code]).toEqual([
      409,
      'action-refused',
    ]);
    await motions.comes(key, 'lapsed');
    expect((await motions.stand(key))[0]).toBe('lost');
    expect(await motions.records(key)).toHaveLength(1);
  });

  it('sends back as often as it may, and asks anew while the round before is kept', async () => {
    const key = await council();
    const byMember = await motions.vote('v1', key, 'sendBack');
    expect(byMember.body.error.fields).toMatchObject([{ path: 'choice' }]);
    await motions.cast(key, { v1: 'approve', v0: 'sendBack' });
    expect(await motions.stand(key)).toEqual(['desk', 'sentBack']);
    const { boards } = await act(key, 'again');
    expect(boards).toMatchObject([{ round: 2, state: 'open', cast: 0 }]);
    const twice = await motions.vote('v0', key, 'sendBack');
    expect(twice.body.error.fields).toMatchObject([{ path: 'choice' }]);
    await motions.cast(key, alike(['v0', 'v1'], 'reject'));
    expect(await motions.records(key)).toMatchObject([
      { round: 2, state: 'rejected', ballots: alike(['v0', 'v1'], 'reject') },
      {
        ...{ round: 1, state: 'sentBack', electorate: three },
        ballots: { v1: 'approve', v0: 'sendBack' },
      },
    ]);
  });

  it('is sent back by any member, or by so many, where its rules say so', async () => {
    const decided = async (
      board: string,
      ballots: object,
      sentence: string,
    ) => {
      const key = await motions.put(board, { members: five });
      for (const [name, choice] of Object.entries(ballots)) {
        expect(await motions.stand(key)).toEqual(['vote', 'open']);
        await motions.cast(key, { [name]: choice }, board);
      }
      expect(await motions.stand(key)).toEqual(['desk', 'sentBack']);
      expect(await motions.records(key)).toMatchObject([
        {
          ...{ board, round: 1, state: 'sentBack', electorate: five, ballots },
          ...{ recused: {}, rule: expect.arrayContaining([sentence]) },
        },
      ]);
    };
    await decided(
      'final',
      { v1: 'approve', v2: 'sendBack' },
      'Every member may send it back.',
    );
    await decided(
      'pair',
      { v1: 'sendBack', v2: 'approve', v3: 'sendBack' },
      'It is sent back when 2 members want it.',
    );
  });

  describe('of the super users of a system', () => {
    const PATH = '/api/bridge/systems/mes/super-users';
    const appoint = (name: string, role = 'member') =>
      motions.bridge.send('put', `${PATH}/${name}`, {
        ...{ role, department: 'group:default/production' },
        ...{ from: '2000-01-01', until: '2999-12-31' },
      });
    const cast = (key: string, choices: { [name: string]: string }) =>
      motions.cast(key, choices, 'users');
    const board = async (key: string) =>
      (await motions.people.item(key, CLERK)).boards[0];

    beforeAll(async () => {
      await appoint('v0', 'lead');
      await appoint('v1');
      await appoint('v2');
    });

    const put = async () =>
      (await motions.open('plan', { system: 'system:default/mes', cost: 5 }))
        .key;

    it('counts whoever has left no more, and lets whoever has joined vote where its rules say so', async () => {
      const key = await put();
      await cast(key, { v1: 'reject', v2: 'approve' });
      await motions.bridge.send('delete', `${PATH}/v1`, {});
      expect(await board(key)).toMatchObject({
        quorum: { needed: 2, present: 1 },
        recused: [{ user: user('v1') }],
      });
      const late = await motions.vote('v1', key, 'approve', {
        board: 'users',
      });
      expect(late.status).toBe(403);
      await appoint('v3');
      expect(await motions.waiting('v3', key)).toHaveLength(1);
      await cast(key, { v3: 'approve', v0: 'approve' });
      expect(await motions.records(key)).toMatchObject([
        {
          ...{ state: 'approved', electorate: ['v0', 'v1', 'v2', 'v3'] },
          recused: { v1: 'no longer among those who may vote' },
          count: { for: 3, against: 0 },
          rule: expect.arrayContaining([
            'Whoever joins while it votes may vote, too.',
          ]),
        },
      ]);
      await motions.bridge.send('delete', `${PATH}/v3`, {});
      await appoint('v1');
    });

    it('keeps approvals after a send-back, unless something that matters was changed', async () => {
      const key = await put();
      const again = (data: object) => act(key, 'again', { data });
      await cast(key, { v1: 'approve', v2: 'reject', v0: 'sendBack' });
      const kept = await again({ reason: 'As the chair has asked.' });
      expect(kept.boards[0]).toMatchObject({
        ...{ round: 2, state: 'open', cast: 1 },
        ballots: [{ voter: user('v1'), choice: 'approve' }],
      });
      await cast(key, { v0: 'sendBack' });
      const dismissed = await again({ cost: 6 });
      expect(dismissed.boards[0]).toMatchObject({ round: 3, cast: 0 });
      await cast(key, { v0: 'sendBack' });
      await again({});
      await cast(key, alike(three, 'approve'));
      expect(await motions.records(key)).toMatchObject([
        { round: 4, state: 'approved' },
        { round: 3, state: 'sentBack', ballots: { v0: 'sendBack' } },
        {
          ...{ round: 2, ballots: { v1: 'approve', v0: 'sendBack' } },
          rule: expect.arrayContaining([
            'After a send-back approvals stand on, unless one of these was changed: Cost.',
          ]),
        },
        { round: 1, ballots: { v1: 'approve', v2: 'reject' } },
      ]);
    });
  });

  it('is asked again after an appeal with a reason, by whom and as often as the rules say', async () => {
    const key = await council();
    const no = alike(['v0', 'v1'], 'reject');
    await motions.cast(key, no);
    const comment = 'The figures were those of another line.';
    const appeal = async (name: string, body: object) => {
      const { rev } = await motions.people.item(key, name);
      const path = `/items/${key}/actions/appeal`;
      return (await motions.people.post(name, path, { rev, ...body })).status;
    };
    expect(await appeal('v1', { comment })).toBe(403);
    expect(await appeal(CLERK, {})).toBe(400);
    expect(await appeal(CLERK, { comment })).toBe(200);
    expect(await motions.stand(key)).toEqual(['vote', 'open']);
    const [{ closedAt }] = await motions.wholeRecords(key);
    const reopens = { reason: comment, decision: { closedAt } };
    const seen = await motions.people.item(key, 'v0');
    expect(seen.boards).toMatchObject([{ reopens }]);
    await motions.cast(key, no);
    expect(await appeal(CLERK, { comment })).toBe(409);
    expect(await motions.wholeRecords(key)).toMatchObject([{ reopens }, {}]);
    expect(await motions.records(key)).toMatchObject([
      { round: 2, state: 'rejected', electorate: three, ballots: no },
      { round: 1, state: 'rejected', electorate: three, ballots: no },
    ]);
    const { body } = await motions.people.get(CLERK, `/items/${key}/journal`);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        payload: expect.objectContaining({ action: 'appeal', comment }),
      }),
    );
  });

  it('votes beside others, and all are combined by one rule, the strictest outcome first', async () => {
    const seats = { works: ['v1', 'v2'], money: ['v3'], law: ['v4'] };
    const hearing = async (needed: string, contract: boolean) => {
      const asked = { needed, contract, ...seats };
      return (await motions.open('hearing', asked)).key;
    };
    const yes = alike(['v1', 'v2'], 'approve');

    // The lawyers are not asked about what needs no contract.
    const key = await hearing('all', false);
    expect(await motions.stand(key)).toEqual(['all', 'open', 'open']);
    await motions.cast(key, yes, 'works');
    expect(await motions.stand(key)).toEqual(['all', 'approved', 'open']);
    await motions.comes(key, 'deadline:money');
    expect(await motions.stand(key)).toEqual([
      ...['undecided', 'approved', 'noQuorum'],
    ]);
    const told = (await motions.records(key)).map(
      ({ board, state, electorate }) => [board, state, ...electorate],
    );
    expect(told).toEqual([
      ['money', 'noQuorum', 'v3'],
      ['works', 'approved', 'v1', 'v2'],
    ]);

    // One against ends it for all, and what the others have cast is kept.
    const against = await hearing('all', true);
    await motions.cast(against, { v1: 'approve' }, 'works');
    await motions.cast(against, { v3: 'reject' }, 'money');
    expect(await motions.stand(against)).toEqual([
      ...['lost', 'cancelled', 'rejected', 'cancelled'],
    ]);
    expect(await motions.records(against)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ board: 'works', ballots: { v1: 'approve' } }),
        expect.objectContaining({ board: 'money', ballots: { v3: 'reject' } }),
      ]),
    );

    const some = await hearing('two', true);
    await motions.cast(some, { v3: 'reject' }, 'money2');
    await motions.cast(some, { v4: 'approve' }, 'law2');
    expect((await motions.stand(some))[0]).toBe('two');
    await motions.cast(some, yes, 'works2');
    expect((await motions.stand(some))[0]).toBe('carried');
    expect(await motions.records(some)).toHaveLength(3);

    // One in favour is enough, whatever another has said.
    const one = await hearing('one', true);
    await motions.cast(one, { v3: 'reject' }, 'money3');
    expect((await motions.stand(one))[0]).toBe('one');
    await motions.cast(one, yes, 'works3');
    expect((await motions.stand(one))[0]).toBe('carried');
    expect(await motions.records(one)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ board: 'works3', state: 'approved', ballots: yes },
          ...{ electorate: ['v1', 'v2'], recused: {} },
          rule: expect.arrayContaining([
            'Other boards vote as well; one in favour is enough.',
          ]),
        }),
        expect.objectContaining({ board: 'money3', state: 'rejected' }),
      ]),
    );
  });

  it('leaves a record of who could vote, who was recused, how they voted, and by which rules', async () => {
    const key = await council({ members: five, authors: ['v4'] });
    await motions.cast(key, alike(['v1', 'v2'], 'approve'));
    const reason = 'Nobody has tried it at night yet.';
    await motions.vote('v3', key, 'reject', { reason });
    await motions.cast(key, { v0: 'abstain' });
    const { boards } = await motions.people.item(key, CLERK);
    const [record] = await motions.wholeRecords(key);
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    const ballot = (
      name: string,
      choice: string,
      why: string | null = null,
    ) => ({ voter: user(name), choice, reason: why, at: moment });
    const { rule, markdown, ...facts } = record;
    expect(facts).toEqual({
      item: { key, title: '动议' },
      workflow: {
        ...{ id: 'motion', version: 1, hash: sha256 },
        title: { en: 'Motion', zh: '动议' },
      },
      ...{ board: 'council', label: { en: 'Council', zh: '委员会' }, round: 1 },
      ...{ state: 'approved', escalated: false, ballot: 'open' },
      ...{ openedAt: moment, closedAt: moment, deadlineAt: moment },
      electorate: boards[0].electorate,
      recused: [
        {
          ...{ user: user('v4'), kind: 'automatic' },
          reason: { en: 'Authors', zh: '作者' },
        },
      ],
      quorum: { needed: 2, present: 4 },
      count: { for: 2, against: 1, abstained: 1, cast: 4 },
      ballots: [
        ballot('v1', 'approve'),
        ballot('v2', 'approve'),
        ballot('v3', 'reject', reason),
        ballot('v0', 'abstain'),
      ],
      ballotsHash: sha256,
      conditions: [],
    });
    expect(rule.map(({ zh }) => zh)).toContain('平票时以主席的表决为准。');
    for (const sentence of rule) {
      expect(markdown.en).toContain(sentence.en);
      expect(markdown.zh).toContain(sentence.zh);
    }
    expect(markdown.zh).toContain(reason);
  });
});
