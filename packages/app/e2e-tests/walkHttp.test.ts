import { byHttp } from './byHttp';
import { expect, test } from './fixtures';
import { STORY } from './story';

const VOTERS = ['luo.yong', 'zheng.bo', 'huang.lei', 'su.min'];
const CHAIR = 'zhou.qiming';

test('the walk from a problem to its benefit by HTTP alone', async ({
  request,
}) => {
  test.slow();
  const people = byHttp(request);
  const { act, item, tries, triesToVote, vote } = people;
  const approve = { board: 'board', choice: 'approve' };

  const feedback = await people.create('zhang.qiang', 'feedback', {
    title: '换料后扫新批次，界面还显示旧批次',
    ...STORY.problem,
  });
  const waiting = await people.ask<{ items: { item: { key: string } }[] }>(
    'chen.zhiyuan',
    'getInbox',
    {},
  );
  expect(waiting.items.map(({ item: { key } }) => key)).toContain(feedback.key);
  const converted = await act('chen.zhiyuan', feedback.key, 'convert', {});
  const proposal = converted.links[0].key;
  await act('chen.zhiyuan', proposal, 'submit', STORY.submit);
  expect(await tries('chen.zhiyuan', proposal, 'accept')).toEqual({
    status: 403,
    code: 'action-forbidden',
  });
  await act('wu.di', proposal, 'accept', STORY.triage);
  await act('chen.zhiyuan', proposal, 'present', STORY.evidence);

  expect(await triesToVote('chen.zhiyuan', proposal, approve)).toEqual({
    status: 403,
    code: 'action-forbidden',
  });
  const dissent = { board: 'board', choice: 'reject', reason: STORY.dissent };
  await vote('he.jing', proposal, dissent);
  for (const voter of VOTERS) {
    await vote(voter, proposal, approve);
  }
  expect((await item(CHAIR, proposal)).boards[0]).toMatchObject({
    state: 'open',
    cast: 5,
    quorum: { needed: 5, present: 5 },
    recused: [{ user: 'user:default/chen.zhiyuan' }],
  });
  await vote(CHAIR, proposal, approve);
  const adopted = await item(CHAIR, proposal);
  expect(adopted.state.id).toBe('inDelivery');
  const requirement = String(adopted.data.requirement);

  const unapproved = { status: 409, code: 'action-refused' };
  const plan = () => tries('he.jing', requirement, 'plan', STORY.plan);
  expect(await plan()).toEqual(unapproved);
  await act('he.jing', requirement, 'submitDraft', STORY.requirement);
  expect(await plan()).toEqual(unapproved);
  await act('chen.zhiyuan', requirement, 'confirmWording');
  expect(await plan()).toEqual(unapproved);
  for (const voter of [...VOTERS, CHAIR]) {
    await vote(voter, requirement, approve);
  }
  expect(await triesToVote('he.jing', requirement, approve)).toEqual({
    status: 409,
    code: 'board-closed',
  });
  await act('he.jing', requirement, 'plan', STORY.plan);
  await act('he.jing', requirement, 'handToTest');
  await act('chen.zhiyuan', requirement, 'accept', STORY.test);
  await act('he.jing', requirement, 'release', STORY.release);

  const state = async () => (await item('su.min', proposal)).state.id;
  await expect.poll(state, { timeout: 30_000 }).toBe('tracking');
  const verified = await act('su.min', proposal, 'verify', STORY.benefit);
  const study = String(verified.data.case);
  await act('chen.zhiyuan', study, 'submit');
  const published = await act('wu.di', study, 'publish');
  expect(published.state.id).toBe('published');

  for (const key of [feedback.key, proposal, requirement, study]) {
    const { nodes } = await people.ask<{ nodes: { key: string }[] }>(
      'zhang.qiang',
      'getChain',
      { key },
    );
    expect(nodes.map(node => node.key)).toEqual([
      feedback.key,
      proposal,
      requirement,
      study,
    ]);
    expect(
      await people.ask('zhang.qiang', 'getJournal', { key }),
    ).toMatchObject({ intact: true, brokenAt: null });
  }
  const { items } = await people.ask<{
    items: { rule: string; points: number; source: { key: string } }[];
  }>('zhang.qiang', 'listContributions', { user: 'chen.zhiyuan' });
  const earned = items.filter(({ source }) =>
    [proposal, requirement, study].includes(source.key),
  );
  expect(
    Object.fromEntries(earned.map(({ rule, points }) => [rule, points])),
  ).toEqual(STORY.points);
  expect(await people.ask('lin.xiaolan', 'rebuildLedger', {})).toMatchObject({
    missing: 0,
    surplus: 0,
  });
});
