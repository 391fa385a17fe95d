import {
  evidence,
  judged,
  threeSentences,
} from '../../workflow/testing/proposalForms';
import { BOARD } from '../../workflow/testing/startOffice';
import { TestPeople, user } from '../../workflow/testing/TestPeople';
import { feedback, referendum, report, SmallFactory } from './smallFactory';

/** How many items there are of each kind before the first request. */
const MANY = 4;

const PROPOSER = 'zhang.qiang';
const ANALYST = 'he.jing';
const AUTHOR = 'chen.zhiyuan';
/** Whom the catalog does not know any more. */
const GONE = 'gao.yuan';
const DOUBTFUL = ['luo.yong', 'su.min', 'zheng.bo', 'huang.lei'];
const APPROVERS = [ANALYST, 'zhou.qiming', 'wang.haiyan', AUTHOR];

const draft = {
  workflow: 'proposal',
  data: { title: '换料后自动刷新', currentState: '每班要退出重进六次。' },
};

/** A proposal before the review board. */
async function proposalAtBoard(people: TestPeople): Promise<string> {
  const { key } = await people.create(PROPOSER, draft);
  await people.act(PROPOSER, key, 'submit', { data: threeSentences });
  await people.act(AUTHOR, key, 'accept', { data: judged });
  await people.act(PROPOSER, key, 'present', { data: evidence });
  return key;
}

/** A proposal that was adopted with conditions, which are not met yet. */
async function conditionalProposal(people: TestPeople): Promise<string> {
  const key = await proposalAtBoard(people);
  const [board, due] = ['board', '2999-01-31'];
  for (const [place, name] of DOUBTFUL.entries()) {
    const owner = user(place % 2 === 0 ? ANALYST : AUTHOR);
    await people.post(name, `/items/${key}/ballots`, {
      ...{ board, choice: 'approveWithConditions' },
      conditions: [{ text: '先试两周', owner, due }],
    });
  }
  for (const name of APPROVERS) {
    await people.vote(name, key, { board, choice: 'approve' });
  }
  const { conditions } = await people.item(key, ANALYST);
  expect(conditions).toHaveLength(DOUBTFUL.length);
  return key;
}

async function openVote(people: TestPeople): Promise<string> {
  const { key } = await people.create(ANALYST, referendum);
  await people.act(ANALYST, key, 'call');
  return key;
}

/** Another version of the proposal, so that items run, and vote, on an older one. */
async function newerVersion(people: TestPeople): Promise<void> {
  const path = '/workflows/proposal/versions';
  const quorum = `${BOARD}.quorum.percent`;
  const changes = [{ path: quorum, value: 80 }];
  const { version, hash } = (await people.post(AUTHOR, path, { changes })).body;
  await people.post(AUTHOR, `${path}/${version}/submit`, { hash });
  const input = { version, hash };
  const put = await people.post(ANALYST, '/workflows/proposal/publish', input);
  expect([put.status, put.body.error]).toEqual([200, undefined]);
}

/**
 * Brings items to where some requests can succeed at all: a published case,
 * open votes, conditions to be met, drafts of
 * somebody who has left, effects that were given up.
 *
 * @returns what they are called
 */
export async function seedFuzzPlant(
  { bridge, knex, get }: SmallFactory,
  people: TestPeople,
): Promise<{ key: string[]; 'Case.id': string[] }> {
  const { key: published } = (await get('/items/KC')).body;
  await people.act(AUTHOR, published, 'submit');
  await people.act('zhou.qiming', published, 'publish');
  const key = [published];
  for (let count = 0; count < MANY; count++) {
    key.push(await conditionalProposal(people));
    key.push(await openVote(people), await proposalAtBoard(people));
    await people.create(ANALYST, report(feedback));
    key.push((await people.create(GONE, draft)).key);
  }
  await newerVersion(people);
  await bridge.runTask('bridge-work');
  const givenUp = { status: 'dead', attempts: 8, last_error: 'mail is down' };
  await knex('outbox').update({ ...givenUp, lease_until: null });
  return { key, 'Case.id': [published.toLowerCase()] };
}
