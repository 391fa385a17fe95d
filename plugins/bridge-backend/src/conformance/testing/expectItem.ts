import { Item } from '@techbridge/plugin-bridge-common';
import { actionOf, actionsIn, Part } from './machines';
import {
  goersOf,
  isWornOut,
  ModelItem,
  ModelProposal,
  PlantModel,
} from './PlantModel';
import { nameIn } from './RealPlant';
import { countedOn, neededOn, Sitting, votersOf } from './Sitting';

const ASSIGNED: { [state: string]: Part } = {
  'proposal draft': 'proposer',
  'proposal triage': 'triager',
  'proposal evidence': 'proposer',
  'proposal undecided': 'chair',
  'proposal deferred': 'chair',
  'proposal explanation': 'chair',
  'proposal tracking': 'controller',
  'proposal review': 'proposer',
  'proposal reviewed': 'controller',
  'case draft': 'author',
  'case inReview': 'secondReader',
};

/** Holds what the plugin says of an item against the model of it. */
export function expectItem(
  real: Item,
  model: PlantModel,
  item: ModelItem,
  reader: string,
): void {
  expect({
    key: real.key,
    state: real.state.id,
    rev: real.rev,
    assignees: real.assignees.map(nameIn).sort(),
    actions: real.actions.map(({ id, allowed }) => [id, allowed]),
    boards: real.boards.map(boardAsTold).sort(byName),
  }).toEqual({
    key: item.key,
    state: item.state,
    rev: item.rev,
    assignees: [...new Set(assigneesOf(model, item))].sort(),
    actions: actionsIn(item.machine, item.state).map(action => [
      action,
      isOffered(model, item, action, reader),
    ]),
    boards: (isProposal(item) ? item.sittings : [])
      .map(boardAsModelled)
      .sort(byName),
  });
}

function isProposal(item: ModelItem): item is ModelProposal {
  return item.machine.name === 'proposal';
}

function assigneesOf(model: PlantModel, item: ModelItem): string[] {
  if (isProposal(item)) {
    const open = item.sittings.filter(({ status }) => status === 'open');
    if (open.length > 0) {
      return open.flatMap(votersOf);
    }
    if (item.state === 'conditions') {
      const { conditions } = item;
      return conditions.length > 0
        ? conditions
        : model.peopleOf(item, 'programmeOffice');
    }
  }
  const name = `${item.machine.name} ${item.state}`;
  return Object.hasOwn(ASSIGNED, name)
    ? model.peopleOf(item, ASSIGNED[name])
    : [];
}

function isOffered(
  model: PlantModel,
  item: ModelItem,
  action: string,
  reader: string,
): boolean {
  const waits =
    action === 'fulfilled' && isProposal(item) && item.conditions.length > 0;
  return item.machine.ways.some(
    way =>
      way.from === item.state &&
      actionOf(way) === action &&
      goersOf(model, item, way).includes(reader) &&
      !isWornOut(item, way) &&
      !waits,
  );
}

interface ToldBoard {
  id: string;
  round: number;
  state: string;
  cast: number;
  needed: number;
  present: number;
  voters: string[];
}

function boardAsTold(board: Item['boards'][number]): ToldBoard {
  const { id, round, state, cast, quorum, electorate, recused } = board;
  const aside = recused.map(({ user }) => user);
  const voters = electorate
    .map(({ user }) => user)
    .filter(voter => !aside.includes(voter));
  return {
    ...{ id, round, state, cast },
    ...{ needed: quorum.needed, present: quorum.present },
    voters: voters.map(nameIn).sort(),
  };
}

function boardAsModelled(sitting: Sitting): ToldBoard {
  const { id, round, status } = sitting;
  const { length } = countedOn(sitting);
  return {
    ...{ id, round, state: status, cast: length },
    ...{ needed: neededOn(sitting), present: length },
    voters: [...votersOf(sitting)].sort(),
  };
}

function byName(one: ToldBoard, other: ToldBoard): number {
  return one.id < other.id ? -1 : 1;
}
