import { PEOPLE } from './cast';
import { Doing } from './Doing';
import { Draw } from './Draw';
import { actionOf, actionsElsewhere, isAction, Way } from './machines';
import { goersOf, ModelItem, PlantModel } from './PlantModel';
import { RealPlant } from './RealPlant';

/** How many of the refusals are asked for at a time: they change nothing. */
const AT_ONCE = 3;

function itemsIn({ proposals, cases }: PlantModel): ModelItem[] {
  return [...proposals, ...cases];
}

/** Actions that an item does not have in its state. */
export const overstep: Doing = {
  name: 'overstep',
  can: model => itemsIn(model).length > 0,
  run: async (model, real, draw) => {
    const item = draw.of(itemsIn(model));
    const elsewhere = actionsElsewhere(item.machine, item.state);
    const actions = Array.from({ length: AT_ONCE }, () => draw.of(elsewhere));
    const actor = draw.of(PEOPLE);
    await Promise.all(
      actions.map(action => refuseElsewhere(real, item, action, actor)),
    );
  },
};

/** Asks for an action that an item does not have in its state. */
export async function refuseElsewhere(
  real: RealPlant,
  item: ModelItem,
  action: string,
  actor: string,
): Promise<void> {
  const { machine, state } = item;
  await expectRefusal(real, item, { action, actor }, [409, 'action-refused']);
  const kind = 'not in this state' as const;
  real.tally.note({ kind, machine, state, name: action });
}

/** An action by somebody whose part it is not. */
export const usurp: Doing = {
  name: 'usurp',
  can: model => itemsIn(model).some(hasActions),
  run: async (model, real, draw) => {
    const item = draw.of(itemsIn(model).filter(hasActions));
    const way = draw.of(actionsOf(item));
    await refuseStranger(model, real, item, way, draw);
  },
};

/** Has somebody ask for an action whose part it is not. */
export async function refuseStranger(
  model: PlantModel,
  real: RealPlant,
  item: ModelItem,
  way: Way,
  draw: Draw,
): Promise<void> {
  const goers = goersOf(model, item, way);
  const actor = draw.of(PEOPLE.filter(name => !goers.includes(name)));
  const wanted = { action: actionOf(way), actor };
  await expectRefusal(real, item, wanted, [403, 'action-forbidden']);
  const kind = 'not their part' as const;
  const { machine, state } = item;
  real.tally.note({ kind, machine, state, name: way.name });
}

/** An action on an item as it was before. */
export const lag: Doing = {
  name: 'lag',
  can: model => itemsIn(model).some(hasActions),
  run: async (model, real, draw) => {
    const item = draw.of(itemsIn(model).filter(hasActions));
    const way = draw.of(actionsOf(item));
    const actor = draw.of(goersOf(model, item, way));
    const path = `/items/${item.key}/actions/${actionOf(way)}`;
    const rev = item.rev + draw.of([-1, 1]);
    const { status, body } = await real.people.post(actor, path, { rev });
    const { code, current } = body.error ?? {};
    expect([path, status, code, current?.rev, current?.state.id]).toEqual([
      ...[path, 409, 'item-changed', item.rev, item.state],
    ]);
  },
};

function hasActions(item: ModelItem): boolean {
  return actionsOf(item).length > 0;
}

function actionsOf({ machine, state }: ModelItem): Way[] {
  return machine.ways.filter(way => way.from === state && isAction(way));
}

async function expectRefusal(
  real: RealPlant,
  { key, rev, state }: ModelItem,
  { action, actor }: { action: string; actor: string },
  refusal: [status: number, code: string],
): Promise<void> {
  const path = `/items/${key}/actions/${action}`;
  const { status, body } = await real.people.post(actor, path, { rev });
  expect([path, state, actor, status, body.error?.code]).toEqual([
    ...[path, state, actor, ...refusal],
  ]);
}
