import { goOnWithCase, write } from './caseDoings';
import { Draw } from './Draw';
import { expectAll } from './lookDoings';
import { CASE, firstWayTo, Machine, PROPOSAL, Way } from './machines';
import { isWornOut, ModelItem, PlantModel } from './PlantModel';
import { goOn, meet, propose } from './proposalDoings';
import { RealPlant } from './RealPlant';
import { refuseElsewhere, refuseStranger } from './refusalDoings';
import { Line } from './Tally';
import { PEOPLE } from './cast';

/** More steps are not taken for the sake of one way. */
const LONGEST = 1_000;

/** How many refusals are asked for at a time. */
const AT_ONCE = 8;

/**
 * Does what chance has done too seldom until it was done often enough: first
 * the ways that are taken, in new items, then what is refused, in items that
 * stand where runs have left them.
 */
export async function completeTable(
  ended: PlantModel[],
  real: RealPlant,
  least: number,
): Promise<void> {
  for (const machine of [PROPOSAL, CASE]) {
    // The last ways first: whoever goes them goes others before.
    for (const line of real.tally.short(machine, least).reverse()) {
      if (line.kind === 'taken' && real.tally.of(line) < least) {
        ended.push(await take(real, line, least));
      }
    }
    for (const line of real.tally.short(machine, least)) {
      await refuse(ended, real, line, least);
    }
  }
}

/** Goes a way until it was gone often enough, in new items where it must. */
async function take(
  real: RealPlant,
  line: Line,
  least: number,
): Promise<PlantModel> {
  const { machine, state, name } = line;
  const goal = wayOf(line);
  const model = await real.begin(goal);
  for (let step = 0; real.tally.of(line) < least; step += 1) {
    expect([machine.name, state, name, step < LONGEST]).toEqual([
      ...[machine.name, state, name, true],
    ]);
    // Every step draws other numbers, so that what a rule refuses is tried anew.
    const draw = new Draw([step, 1 + step * 7, step * 3, 2 + step * 11]);
    await (machine === CASE
      ? stepOfCase(model, real, goal, draw)
      : stepOfProposal(model, real, goal, draw));
  }
  await expectAll(model, real);
  return model;
}

async function stepOfProposal(
  model: PlantModel,
  real: RealPlant,
  goal: Way,
  draw: Draw,
): Promise<void> {
  const item = model.proposals.at(-1);
  const way = item && firstWayTo(PROPOSAL, item.state, goal);
  if (!way || isWornOut(item, way) || isWornOut(item, goal)) {
    await propose.run(model, real, draw);
  } else if (way.name === 'fulfilled' && meet.can?.(model)) {
    await meet.run(model, real, draw);
  } else {
    await goOn(model, real, item, way, draw);
  }
}

async function stepOfCase(
  model: PlantModel,
  real: RealPlant,
  goal: Way,
  draw: Draw,
): Promise<void> {
  const item = model.cases.at(-1);
  const way = item && firstWayTo(CASE, item.state, goal);
  await (way
    ? goOnWithCase(model, real, item, way, draw)
    : write.run(model, real, draw));
}

function wayOf({ machine, state, name }: Line): Way {
  const found = machine.ways.find(
    way => way.from === state && way.name === name,
  );
  if (!found) {
    throw new Error(`There is no way ${name} from ${state}`);
  }
  return found;
}

interface Specimen {
  model: PlantModel;
  item: ModelItem;
}

/** Asks for what must be refused until it was refused often enough. */
async function refuse(
  ended: PlantModel[],
  real: RealPlant,
  line: Line,
  least: number,
): Promise<void> {
  const found = specimensOf(ended, line.machine, line.state);
  expect([line.machine.name, line.state, found.length > 0]).toEqual([
    ...[line.machine.name, line.state, true],
  ]);
  const missing = least - real.tally.of(line);
  const turns = Array.from({ length: missing }, (_, place) => place);
  for (let first = 0; first < missing; first += AT_ONCE) {
    const batch = turns.slice(first, first + AT_ONCE);
    await Promise.all(
      batch.map(turn =>
        refuseOne(real, found[turn % found.length], line, turn),
      ),
    );
  }
}

async function refuseOne(
  real: RealPlant,
  { model, item }: Specimen,
  line: Line,
  turn: number,
): Promise<void> {
  if (line.kind === 'not in this state') {
    const actor = PEOPLE[turn % PEOPLE.length];
    await refuseElsewhere(real, item, line.name, actor);
  } else {
    await refuseStranger(model, real, item, wayOf(line), new Draw([turn]));
  }
}

function specimensOf(
  ended: PlantModel[],
  machine: Machine,
  state: string,
): Specimen[] {
  return ended.flatMap(model =>
    [...model.proposals, ...model.cases]
      .filter(item => item.machine === machine && item.state === state)
      .map(item => ({ model, item })),
  );
}
