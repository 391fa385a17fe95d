import { PlayInput, WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  made,
  MANAGER,
  quorumOf,
  READER,
  startOffice,
  STRANGER,
} from '../testing/startOffice';

jest.setTimeout(120_000);

describe.each(DATABASE_IDS)('a workflow that is played through, on %s', id => {
  async function start() {
    const office = await startOffice(await emptyDatabase(id));
    const ask = (body: object, name = READER, workflow = 'proposal') =>
      office.people.post(name, `/workflows/${workflow}/simulate`, body);
    const play = async (body: PlayInput): Promise<WorkflowPlay> => {
      const answer = await ask(body);
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      return answer.body;
    };
    return { ...office, ask, play };
  }

  it('says what happens if nobody votes, and keeps nothing', async () => {
    const { play, people } = await start();
    const { scenarios, steps } = await play({});
    expect(steps).toMatchObject([
      { words: { kind: 'start' }, state: { label: { zh: '草稿' } } },
    ]);
    const [scenario] = scenarios.filter(one =>
      one.steps.some(step => String(step).startsWith('vote board ')),
    );
    const vote = scenario.steps.findIndex(step =>
      String(step).startsWith('vote board '),
    );
    const { data } = scenario;
    const before = scenario.steps.slice(0, vote);
    const onBoard = await play({ data, steps: before });
    expect(onBoard.boards).toMatchObject([{ id: 'board', cast: 0 }]);
    expect(onBoard.timers).toContainEqual(
      expect.objectContaining({ kind: 'deadline' }),
    );

    const silent = await play({ data, steps: [...before, 'after P9D'] });
    const last = silent.steps.at(-1);
    expect(last?.words).toEqual({
      kind: 'after',
      time: { en: '9 days', zh: expect.stringContaining('9') },
    });
    expect(last?.fired).toContainEqual(
      expect.objectContaining({
        kind: 'deadline',
        board: expect.objectContaining({ zh: 'IT评审委员会' }),
      }),
    );
    expect(last?.state.id).not.toBe('board');
    const over = await play({ data, steps: [...before, 'until deadline'] });
    expect(over.steps.at(-1)).toMatchObject({
      words: { kind: 'until' },
      state: { id: 'undecided' },
    });
    const enough = 'vote board approve enough';
    const decided = await play({ data, steps: [...before, enough] });
    expect(decided.steps.at(-1)?.words).toMatchObject({ times: 4 });
    expect((await people.get(READER, '/items')).body.total).toBe(0);
  });

  it('plays drafts as they stand now', async () => {
    const { play, draft, edit } = await start();
    const drafted = await made(draft(MANAGER, quorumOf(50)));
    const { version, hash } = drafted;
    expect((await play({ version })).version).toBe(version);
    const { scenarios } = await play({ version });
    const scenario = scenarios.find(one =>
      one.steps.some(step => String(step).startsWith('vote board ')),
    );
    const needed = async () => {
      const { data, steps = [] } = scenario ?? {};
      const end = steps.findIndex(step => String(step).startsWith('vote'));
      const played = await play({ version, data, steps: steps.slice(0, end) });
      return played.boards[0].needed;
    };
    const first = await needed();
    await made(edit(MANAGER, version, { hash, edit: quorumOf(80) }));
    expect(await needed()).toBeGreaterThan(first);
  });

  it('says what is wrong, in the words of the reader', async () => {
    const { ask, play } = await start();
    const { failure } = await play({ steps: ['accept'] });
    expect(failure?.zh).toContain('草稿');
    const answers = [
      await ask({ steps: ['after banana'] }),
      await ask({ steps: Array(101).fill('after P1D') }),
      await ask({ version: 99 }),
      await ask({}, READER, 'nothing'),
      await ask({}, STRANGER),
    ];
    expect(
      answers.map(({ status, body }) => [
        status,
        body.error.fields?.[0]?.path.split('.')[0] ?? body.error.code,
      ]),
    ).toEqual([
      [400, 'steps'],
      [400, 'steps'],
      [404, 'workflow-not-found'],
      [404, 'workflow-not-found'],
      [403, 'not-allowed'],
    ]);
  });
});
