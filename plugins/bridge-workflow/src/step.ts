import { actionIn, checkAction, mergeForm } from './actions';
import { completed } from './completed';
import { EventRule, ItemData, Timer, WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { Ballot, Refusal, Step, WorkItem } from './item';
import { refuse } from './refusal';
import { reportCondition } from './condition';
import { reopeningOf } from './reopening';
import { reseat } from './reseat';
import { standingOf } from './standing';
import { awaitedTimer } from './restart';
import { changeVoters, VoterInput } from './changeVoters';
import { handOver, HandOverInput } from './handOver';
import { Count, openBoardOf, recuse, remind, settle } from './sitting';
import { changeVisibility } from './visibility';
import { MergingAction, mergingAction, noteMerge, undoMerge } from './merge';
import { goOnWhereDecided, returnTo, takeWay } from './travel';
import { mayRecuse } from './voting';
import { withEntriesSet } from './withEntriesSet';
import {
  endWalk,
  guardHolds,
  isUsedUp,
  keepTimer,
  note,
  setOff,
  startWalk,
  stateOf,
  Walk,
} from './walk';

/** Stands between the id of a timer and which of its turns it is. */
const TURN = '~';

/** What somebody or something wants of an item. @public */
export type Command =
  | { type: 'action'; action: string; data?: ItemData; comment?: string }
  /**
   * A timer is due. For one that belongs to a board (see {@link timerBoard})
   * the board's ballots come with it.
   */
  | {
      type: 'timer';
      id: string;
      entry: number;
      ballots?: Ballot[];
      ballotsHash?: string;
    }
  | { type: 'event'; name: string; payload?: ItemData }
  | {
      type: 'closeBoard';
      board: string;
      round: number;
      ballots: Ballot[];
      ballotsHash: string;
    }
  /** A member declares a conflict, or the chair sees one in a member. */
  | { type: 'recuse'; board: string; reason: string; voter?: string }
  /** Somebody is to vote on an open board as well, or no more. */
  | ({ type: 'voters' } & VoterInput)
  /** Others belong to the roles that vote than when the boards opened. */
  | { type: 'reseat' }
  /** Somebody says that a condition of a decision is met, or is not. */
  | { type: 'condition'; condition: string; met: boolean; note?: string }
  /** It is the same as another item, by the action that the workflow has for it. */
  | { type: 'merge'; into: string; reason?: string }
  /** Everybody is to see it, or only those who play a part in it. */
  | { type: 'visibility'; private: boolean }
  /** Somebody takes over from a person who has left. */
  | ({ type: 'handOver' } & HandOverInput)
  /** After all it is not; it goes back to where it was. */
  | { type: 'unmerge' };

/**
 * Carries out a command: the item as it is afterwards, and what is to be
 * written, timed and set off; or the reason why not. The item that comes in is
 * not changed.
 *
 * @public
 */
export function step(
  definition: WorkflowDefinition,
  item: WorkItem,
  command: Command,
  context: StepContext,
): Step | Refusal {
  const walk = startWalk(definition, item, context);
  switch (command.type) {
    case 'action':
      return act(walk, command);
    case 'timer':
      return fireTimer(walk, command);
    case 'event':
      return hear(walk, command.name);
    case 'closeBoard':
      return closeBoard(walk, command);
    case 'reseat':
      return reseat(walk)
        ? completed(walk, () => goOnWhereDecided(walk))
        : refuse('no-decision');
    case 'voters':
      return changeVoters(walk, command) ?? endWalk(walk);
    case 'condition':
      return reportCondition(walk, command) ?? endWalk(walk);
    case 'visibility':
      return changeVisibility(walk, command.private) ?? endWalk(walk);
    case 'handOver':
      return handOver(walk, command) ?? endWalk(walk);
    case 'merge':
      return merge(walk, command);
    case 'unmerge':
      return unmerge(walk);
    default:
      return declareRecusal(walk, command);
  }
}

function act(
  walk: Walk,
  command: Omit<Extract<Command, { type: 'action' }>, 'type'> &
    Partial<MergingAction>,
): Step | Refusal {
  const { definition, context } = walk;
  const before = { ...walk.item };
  const { comment } = command;
  const data = withEntriesSet(
    definition,
    walk.item.data,
    command.data ?? {},
    context,
  );
  const refusal = checkAction(definition, walk.item, command.action, context, {
    data,
    comment,
  });
  const found = actionIn(definition, walk.item, command.action);
  if (refusal || !found) {
    return refusal ?? refuse('unknown-action');
  }
  const { merged, changed } = mergeForm(walk.item.data, data);
  walk.item.data = merged;
  note(walk, 'action', {
    action: command.action,
    ...(comment?.trim() && { comment: comment.trim() }),
    ...(Object.keys(changed).length > 0 && { data: changed }),
  });
  const { actor: by, now: at } = context;
  const taken = { action: found.action, comment, by, at };
  const reopening = reopeningOf(definition, walk.item, taken);
  return completed(walk, () => {
    walk.item.reopened = reopening ?? walk.item.reopened;
    if (found.action.keep) {
      walk.item.standing = standingOf(before);
    }
    takeWay(walk, found.action, found.way);
    noteMerge(walk, before, command);
  });
}

function merge(
  walk: Walk,
  command: Extract<Command, { type: 'merge' }>,
): Step | Refusal {
  const merging = mergingAction(walk, command);
  return 'ok' in merging ? merging : act(walk, merging);
}

function unmerge(walk: Walk): Step | Refusal {
  const merged = undoMerge(walk);
  return 'ok' in merged
    ? merged
    : completed(walk, () => returnTo(walk, merged));
}

/**
 * The board that a timer belongs to, if it is a deadline or a reminder of one.
 *
 * @public
 */
export function timerBoard(timer: string): string | undefined {
  return /^(?:deadline|again\.\d+|escalated|remind\.\d+):(.+)$/.exec(
    timer,
  )?.[1];
}

function fireTimer(
  walk: Walk,
  command: Extract<Command, { type: 'timer' }>,
): Step | Refusal {
  if (command.entry !== walk.item.entry) {
    return refuse('stale-timer');
  }
  const board = timerBoard(command.id);
  if (board !== undefined) {
    return command.id.startsWith('remind.')
      ? remindOf(walk, board, command)
      : endTime(walk, board, command);
  }
  const [name, turn = '1'] = command.id.split(TURN);
  const state = stateOf(walk.definition, walk.item);
  const timer = state.timers.find(({ id }) => id === name);
  return timer ? fire(walk, timer, Number(turn)) : refuse('stale-timer');
}

function fire(walk: Walk, timer: Timer, turn: number): Step | Refusal {
  const way = `${walk.item.state}.timers.${timer.id}`;
  note(walk, 'timer', { timer: timer.id });
  setOff(walk, timer.do, way);
  const { fire: transition } = timer;
  const open =
    transition &&
    !isUsedUp(walk.item, transition, way) &&
    guardHolds(walk, transition.when, way).holds;
  return completed(walk, () => {
    if (open) {
      takeWay(walk, transition, way);
    }
    if (!walk.entered && timer.repeat && turn <= timer.repeat.times) {
      const next = `${timer.id}${TURN}${turn + 1}`;
      keepTimer(walk, next, timer.repeat.every, timer.calendar);
    }
  });
}

function endTime(
  walk: Walk,
  boardId: string,
  { id, ballots, ballotsHash }: Extract<Command, { type: 'timer' }>,
): Step | Refusal {
  const sitting = openBoardOf(walk, boardId);
  if (!sitting || awaitedTimer(sitting) !== id) {
    return refuse('stale-timer');
  }
  if (!ballots) {
    throw new Error(`The deadline ${id} needs the ballots of its board`);
  }
  note(walk, 'timer', { timer: id });
  return settled(walk, boardId, { ballots, ballotsHash, deadlinePassed: true });
}

function remindOf(
  walk: Walk,
  boardId: string,
  { id, ballots }: Extract<Command, { type: 'timer' }>,
): Step | Refusal {
  const sitting = openBoardOf(walk, boardId);
  if (!sitting) {
    return refuse('stale-timer');
  }
  if (!ballots) {
    throw new Error(`The reminder ${id} needs the ballots of its board`);
  }
  note(walk, 'timer', { timer: id });
  remind(walk, sitting, ballots);
  return completed(walk, () => undefined);
}

function settled(walk: Walk, boardId: string, count: Count): Step | Refusal {
  const sitting = openBoardOf(walk, boardId);
  if (!sitting) {
    return refuse('board-closed');
  }
  if (!settle(walk, sitting, count)) {
    return refuse('no-decision');
  }
  return completed(walk, () => goOnWhereDecided(walk));
}

function closeBoard(
  walk: Walk,
  command: Extract<Command, { type: 'closeBoard' }>,
): Step | Refusal {
  const { board, round, ballots, ballotsHash } = command;
  const sitting = openBoardOf(walk, board);
  return sitting?.round === round
    ? settled(walk, board, { ballots, ballotsHash })
    : refuse('board-closed');
}

function hear(walk: Walk, name: string): Step | Refusal {
  const { events } = stateOf(walk.definition, walk.item);
  const rule: EventRule | undefined = Object.hasOwn(events, name)
    ? events[name]
    : undefined;
  if (!rule) {
    return refuse('unknown-event');
  }
  const way = `${walk.item.state}.events.${name}`;
  if (isUsedUp(walk.item, rule, way)) {
    return refuse('max-reached', { max: rule.max ?? 0 });
  }
  note(walk, 'event', { name });
  if (!guardHolds(walk, rule.when, way).holds) {
    return refuse('guard');
  }
  return completed(walk, () => {
    setOff(walk, rule.do, way);
    takeWay(walk, rule, way);
  });
}

function declareRecusal(
  walk: Walk,
  { board, reason, voter }: Extract<Command, { type: 'recuse' }>,
): Step | Refusal {
  const { definition, item, context } = walk;
  const who = voter ?? context.actor;
  const refusal = mayRecuse(definition, item, { board, voter: who }, context);
  const sitting = openBoardOf(walk, board);
  if (refusal || !sitting) {
    return refusal ?? refuse('board-closed');
  }
  if (reason.trim() === '') {
    return refuse('reason-required', { minimum: 1 });
  }
  recuse(walk, sitting, reason.trim(), who);
  // Without ballots only a board that can no longer assemble is decided.
  settle(walk, sitting, { ballots: [] });
  return completed(walk, () => goOnWhereDecided(walk));
}
