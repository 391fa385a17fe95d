import { Case } from '@techbridge/plugin-bridge-common';
import { user } from '../../workflow/testing/TestPeople';
import { AUTHORS, PEOPLE } from './cast';
import { Doing } from './Doing';
import { Draw } from './Draw';
import { expectItem } from './expectItem';
import { actionOf, CASE, firstWayTo, Way } from './machines';
import { goersOf, ModelCase, PlantModel } from './PlantModel';
import { POINTS } from './proposalRules';
import { RealPlant } from './RealPlant';
import { takenLine } from './Tally';

const MOST = 3;
const BODIES = ['先看电量。', '再看信号。', '最后重新配对。'];

/** Begins a case. */
export const write: Doing = {
  name: 'write',
  can: ({ cases }) => cases.length < MOST,
  run: async (model, real, draw) => {
    const creator = draw.of(AUTHORS);
    const [body] = BODIES;
    const sent = textOf(model, body);
    const answer = await real.people.post(creator, '/cases', sent);
    expect([answer.status, answer.body.error]).toEqual([201, undefined]);
    const item: ModelCase = {
      ...{ machine: CASE, key: answer.body.key, creator, body },
      ...{ state: 'draft', rev: 1, gone: new Map() },
      ...{ revision: 1, publishedRevision: null },
    };
    model.cases.push(item);
    expectCase(answer.body, item, creator);
  },
};

function textOf({ system }: PlantModel, body: string) {
  const systems = [`system:default/${system}`];
  return { title: '扫码枪重连', systems, language: 'zh', body };
}

/** Writes a text over, whether one may or not. */
export const rewrite: Doing = {
  name: 'rewrite',
  can: ({ cases }) => cases.length > 0,
  run: async (model, real, draw) => {
    const item = draw.of(model.cases);
    const editor = draw.below(4) > 0 ? item.creator : draw.of(PEOPLE);
    const isStale = draw.below(6) === 0;
    const revision = item.revision - (isStale ? 1 : 0);
    await edit(model, real, item, { editor, revision, body: draw.of(BODIES) });
  },
};

async function edit(
  model: PlantModel,
  real: RealPlant,
  item: ModelCase,
  sent: { editor: string; revision: number; body: string },
): Promise<void> {
  const { editor, revision, body } = sent;
  const path = `/cases/${item.key.toLowerCase()}`;
  const text = { ...textOf(model, body), revision };
  const answer = await real.people.put(editor, path, text);
  const expected = answerTo(item, editor, revision);
  const { status } = answer;
  expect([path, sent, status, answer.body.error?.code]).toEqual([
    ...[path, sent, ...expected],
  ]);
  if (status === 200) {
    item.rev += 1;
    item.revision += body === item.body ? 0 : 1;
    item.body = body;
    const [way] = CASE.ways;
    real.tally.note(takenLine(CASE, way));
    expectCase(answer.body, item, editor);
  }
}

type Told = [status: number, code?: string];

function answerTo(item: ModelCase, editor: string, revision: number): Told {
  if (revision !== item.revision) {
    return [409, 'changed-meanwhile'];
  }
  if (item.state !== 'draft') {
    return [409, 'action-refused'];
  }
  return editor === item.creator ? [200, undefined] : [403, 'action-forbidden'];
}

/** Goes on with a case. */
export const file: Doing = {
  name: 'file',
  can: ({ cases }) => cases.some(one => waysOn(one).length > 0),
  run: async (model, real, draw) => {
    const open = model.cases.filter(one => waysOn(one).length > 0);
    const item = draw.of(open);
    const toGoal = firstWayTo(CASE, item.state, model.goal);
    const way = (draw.below(5) > 0 && toGoal) || draw.of(waysOn(item));
    await goOnWithCase(model, real, item, way, draw);
  },
};

function waysOn({ state }: ModelCase): Way[] {
  return CASE.ways.filter(({ from }) => from === state);
}

/** Takes one step of a case. */
export async function goOnWithCase(
  model: PlantModel,
  real: RealPlant,
  item: ModelCase,
  way: Way,
  draw: Draw,
): Promise<void> {
  if (way.name === 'edit') {
    const { creator: editor, revision } = item;
    await edit(model, real, item, { editor, revision, body: draw.of(BODIES) });
    return;
  }
  const actor = draw.of(goersOf(model, item, way));
  const comment = way.comment && '请补充适用的型号。';
  const answer = await real.people.post(
    actor,
    `/items/${item.key}/actions/${actionOf(way)}`,
    { rev: item.rev, comment },
  );
  expect([item.key, way.name, answer.status]).toEqual([
    ...[item.key, way.name, 200],
  ]);
  item.rev += 1;
  item.state = way.to;
  if (way.name === 'publish') {
    // The library follows what the item has ordered, a moment later.
    await real.work();
    publish(model, item);
  }
  real.tally.note(takenLine(CASE, way));
  expectItem(answer.body, model, item, actor);
}

/** Only the first time is paid. */
function publish(model: PlantModel, item: ModelCase) {
  if (item.publishedRevision === null) {
    model.pay(item.creator, POINTS.published);
  }
  item.publishedRevision = item.revision;
}

/** Holds what the library says of a case against the model of it. */
export function expectCase(real: Case, item: ModelCase, reader: string): void {
  const { key, state, revision, publishedRevision, body, author } = real;
  expect({
    ...{ key, state: state.id, revision, publishedRevision, body, author },
    mayEdit: real.mayEdit,
  }).toEqual({
    ...{ key: item.key, state: item.state, revision: item.revision },
    ...{ publishedRevision: item.publishedRevision, body: item.body },
    author: user(item.creator),
    mayEdit: item.state === 'draft' && reader === item.creator,
  });
}
