import { AUTHORS, APPOINTABLE, PEOPLE } from './cast';
import { expectCase } from './caseDoings';
import { Doing } from './Doing';
import { expectItem } from './expectItem';
import { PlantModel } from './PlantModel';
import { RealPlant } from './RealPlant';

/** Somebody looks at an item. */
export const look: Doing = {
  name: 'look',
  can: ({ proposals, cases }) => proposals.length + cases.length > 0,
  run: async (model, real, draw) => {
    const item = draw.of([...model.proposals, ...model.cases]);
    const reader = draw.of(PEOPLE);
    expectItem(await real.item(item.key, reader), model, item, reader);
    const found = model.cases.find(({ key }) => key === item.key);
    if (found) {
      const path = `/cases/${item.key.toLowerCase()}`;
      const { body } = await real.people.get(reader, path);
      expectCase(body, found, reader);
    }
  },
};

/** Somebody looks how many points one has. */
export const count: Doing = {
  name: 'count',
  run: async (model, real, draw) => {
    const name = draw.of([...AUTHORS, ...APPOINTABLE]);
    const points = model.points.get(name) ?? 0;
    expect([name, await real.pointsOf(name)]).toEqual([name, points]);
  },
};

/** At the end of a run everything stands as it must. */
export async function expectAll(
  model: PlantModel,
  real: RealPlant,
): Promise<void> {
  const earned = await real.pointsOfAll();
  expect(earned).toEqual(Object.fromEntries(model.points));
  for (const item of [...model.proposals, ...model.cases]) {
    const [reader] = PEOPLE;
    expectItem(await real.item(item.key, reader), model, item, reader);
  }
}
