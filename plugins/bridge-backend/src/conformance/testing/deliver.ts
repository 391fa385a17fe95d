import { CHAIR } from './cast';
import { expectItem } from './expectItem';
import { ballotOf } from './forms';
import { PROPOSAL } from './machines';
import { ModelProposal, PlantModel } from './PlantModel';
import { go, POINTS, proposalWay } from './proposalRules';
import { nameIn, RealPlant } from './RealPlant';
import { takenLine } from './Tally';

const DRAFTER = 'he.jing';
const RELEASER = 'zhou.qiming';
const OWNER = 'zheng.bo';

/**
 * Has the requirement of a proposal drafted, approved, built, tested and
 * released, of which the proposal hears. The requirement itself is not in the
 * model, the points for it are.
 */
export async function deliver(
  model: PlantModel,
  real: RealPlant,
  item: ModelProposal,
): Promise<void> {
  const key = await review(real, item, 'approve');
  const does = (name: string, action: string, data?: object) =>
    real.people.act(name, key, action, data && { data });
  const [tester] = model.peopleOf(item, 'superUser');
  await does(DRAFTER, 'plan', { plannedFor: '2999-03-01' });
  await does(DRAFTER, 'handToTest');
  await does(tester, 'accept', { testResult: '逐条试过，全部通过。' });
  await does(RELEASER, 'release', { releasedIn: 'MES 2.4' });
  await real.work();
  const way = proposalWay('inDelivery', '!released');
  item.rev += 1;
  go(model, item, way);
  model.share(item.proposers, POINTS.released);
  if (tester !== RELEASER) {
    model.pay(tester, POINTS.tested);
  }
  real.tally.note(takenLine(PROPOSAL, way));
  expectItem(await real.item(item.key, DRAFTER), model, item, DRAFTER);
}

/** Has the review refuse the requirement of a proposal, which changes nothing of it. */
export async function turnDown(
  real: RealPlant,
  item: ModelProposal,
): Promise<void> {
  const key = await review(real, item, 'reject');
  const { createdBy } = await real.item(key, DRAFTER);
  // The chair says why, or an owner where the chair has made the requirement.
  const by = nameIn(createdBy) === CHAIR ? OWNER : CHAIR;
  const reasonText = '现有版本已有此功能，无需再开发，请先试用新版本。';
  const data = { reasonCode: 'existsAlready', reasonText };
  await real.people.act(by, key, 'explain', { data });
  const { state } = await real.item(key, DRAFTER);
  expect([key, state.id]).toEqual([key, 'rejected']);
  item.requirement = 'refused';
}

/** Has the requirement of a proposal drafted and voted on, all in one way. */
async function review(
  real: RealPlant,
  { key: proposal, proposers }: ModelProposal,
  choice: string,
): Promise<string> {
  const { people } = real;
  const { data } = await real.item(proposal, DRAFTER);
  const key = String(data.requirement);
  await people.act(DRAFTER, key, 'submitDraft', {
    data: {
      ...{ scope: '换料扫码后自动刷新批次。', priority: 'high' },
      ...{ acceptanceCriteria: ['不刷新不能提交'], release: 'MES 2.4' },
    },
  });
  await people.act(proposers[0], key, 'confirmWording');
  const [{ id: board, electorate, recused }] = (await real.item(key, DRAFTER))
    .boards;
  const aside = recused.map(({ user }) => user);
  const ballot = { board, ...ballotOf(choice, DRAFTER) };
  const path = `/items/${key}/ballots`;
  // The chair must be among them.
  for (const { user } of [...electorate].sort(one => (one.chair ? -1 : 1))) {
    if (!aside.includes(user)) {
      await people.post(nameIn(user), path, ballot);
    }
  }
  return key;
}
