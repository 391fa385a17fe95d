import { ApprovalState } from '../definition';
import { StepContext } from '../directory';
import {
  ItemBoard,
  ItemCondition,
  Refusal,
  Standing,
  Step,
  WorkItem,
} from '../item';
import { assigneesOf } from '../roles';
import { cancelBoards, openBoards, openOnes, remind } from '../sitting';
import { goOnWhereDecided, Impassable } from '../travel';
import { endWalk, note, startWalk, stateOf, Walk } from '../walk';
import { carryBoardTimers, carryTimers } from './carryTimers';
import { keepsVote, mayMigrate } from './mayMigrate';
import { Migrating, nameIn } from './Migrating';
import { newCounters } from './newCounters';
import { newData, NewData } from './newData';

/**
 * Takes an item over to another version of its workflow: the item as it is
 * there, or why it cannot go. Tasks and timers are worked out anew. It is no
 * move: no milestone is reached, and what entering a state sets off is not set
 * off again. The item that comes in is not changed.
 *
 * @public
 */
export function migrate(
  item: WorkItem,
  migrating: Migrating,
  context: StepContext,
): Step | Refusal {
  const refusal = mayMigrate(item, migrating);
  const found = refusal ?? newData(item, migrating, context);
  if ('ok' in found) {
    return found;
  }
  const standing = standingThere(item, migrating, context);
  if (standing && 'ok' in standing) {
    return standing;
  }
  const there = { ...renamed(item, migrating), standing };
  const walk = startWalk(migrating.to, there, context);
  try {
    takeOver(walk, item, migrating, found);
  } catch (error) {
    if (error instanceof Impassable) {
      return error.refusal;
    }
    throw error;
  }
  return endWalk(walk);
}

/** What was kept of an item goes over like the item itself. */
function standingThere(
  item: WorkItem,
  migrating: Migrating,
  context: StepContext,
): Standing | Refusal | undefined {
  const { standing } = item;
  if (!standing) {
    return undefined;
  }
  const found = newData({ ...item, data: standing.data }, migrating, context);
  const { state, previous, conditions } = standing;
  return 'ok' in found
    ? found
    : {
        ...{ state: nameIn(migrating, state), data: found.data },
        ...(previous && { previous: nameIn(migrating, previous) }),
        ...(conditions && { conditions: followed(conditions, migrating) }),
      };
}

/** Conditions under the names of the other version. */
function followed(
  conditions: ItemCondition[],
  migrating: Migrating,
): ItemCondition[] {
  return conditions.map(one => ({
    ...one,
    state: nameIn(migrating, one.state),
  }));
}

/** The item under the names of the other version, its boards as they were. */
function renamed(item: WorkItem, migrating: Migrating): WorkItem {
  const name = (state: string) => nameIn(migrating, state);
  const { workflow, state, previous, conditions, kept = {} } = item;
  const standing = Object.entries(kept).filter(([id]) =>
    keepsVote(id, migrating),
  );
  return {
    ...item,
    workflow: { ...workflow, version: migrating.version },
    state: name(state),
    ...(previous !== undefined && { previous: name(previous) }),
    entry: item.entry + 1,
    taken: newCounters(item, migrating),
    ...(conditions && { conditions: followed(conditions, migrating) }),
    ...(item.kept && {
      kept: Object.fromEntries(standing.map(([id, of]) => [name(id), of])),
    }),
  };
}

function takeOver(
  walk: Walk,
  before: WorkItem,
  migrating: Migrating,
  { data, changed, lines }: NewData,
) {
  const { item } = walk;
  const { run, version: to } = migrating;
  item.data = data;
  walk.entered = true;
  note(walk, 'migrated', {
    ...{ from: before.workflow.version, to, run },
    ...{ fromState: before.state, state: item.state },
    ...(Object.keys(changed).length > 0 && { data: changed }),
  });
  walk.lines.push(...lines);
  carryTimers(walk, before.state, migrating);
  const isDismissed =
    openOnes(walk).length > 0 && migrating.plan.ballots === 'dismiss';
  if (isDismissed) {
    cancelBoards(walk);
  }
  carryBoards(walk, before, migrating);
  if (isDismissed) {
    voteAnew(walk);
  } else {
    tellNewcomers(walk, before, migrating);
  }
}

/**
 * Boards that vote go on. One that has closed stays with the item where the
 * rules are the same, and is kept in its history in any case, with the version
 * whose rules it kept to.
 */
function carryBoards(walk: Walk, before: WorkItem, migrating: Migrating) {
  const { item, past } = walk;
  const version = before.workflow.version;
  const name = ({ state }: ItemBoard) => nameIn(migrating, state);
  const signed = (board: ItemBoard): ItemBoard => ({
    ...board,
    rules: board.rules ?? { version, state: board.state },
  });
  const isOwn = (board: ItemBoard) =>
    item.boards.some(
      ({ id, round }) => id === board.id && round === board.round,
    );
  const older = migrating.closed.filter(board => !board.rules && !isOwn(board));
  past.push(...older.map(signed));
  const stays = (board: ItemBoard) =>
    board.status === 'open' || keepsVote(board.state, migrating);
  const ended = item.boards.filter(board => !stays(board));
  past.push(...ended.map(signed));
  item.boards = item.boards.filter(stays).map(board => ({
    ...(board.status === 'open' ? board : signed(board)),
    state: name(board),
  }));
  carryBoardTimers(walk, migrating.timers);
}

/** Nothing that was voted counts; those who may vote are called anew. */
function voteAnew(walk: Walk) {
  const { item, definition } = walk;
  const state = stateOf(definition, item) as ApprovalState;
  openBoards(walk, item.state, state);
  for (const board of openOnes(walk)) {
    remind(walk, board, []);
  }
  goOnWhereDecided(walk);
}

/** Whoever is asked for the first time hears of it. */
function tellNewcomers(walk: Walk, before: WorkItem, { from }: Migrating) {
  const { item, definition, context } = walk;
  const known = assigneesOf(from, before, context.directory);
  const to = assigneesOf(definition, item, context.directory).filter(
    person => !known.includes(person),
  );
  if (to.length > 0) {
    const notice = { to, template: 'item-waiting' };
    walk.effects.push({ use: 'notify', with: notice, recipients: to });
  }
}
