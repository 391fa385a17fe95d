import { Timer } from '../definition';
import { DueTimer } from '../item';
import { timerBoard } from '../step';
import { keepStateTimer } from '../travel';
import { stateOf, Walk } from '../walk';
import { Migrating } from './Migrating';

/**
 * Keeps the timers of the state in the other version: as they stand, or anew.
 * One that the older version did not have begins now; one that has fired does
 * not fire again.
 *
 * @internal
 */
export function carryTimers(
  walk: Walk,
  before: string,
  { from, plan, timers }: Migrating,
) {
  const known = from.states[before].timers.map(({ id }) => id);
  for (const timer of stateOf(walk.definition, walk.item).timers) {
    if (plan.timers === 'restart' || !known.includes(timer.id)) {
      keepStateTimer(walk, timer);
    } else {
      goOn(
        walk,
        timers.filter(due => isTurnOf(timer, due)),
      );
    }
  }
}

/** Keeps the timers of the boards that go on voting. @internal */
export function carryBoardTimers(walk: Walk, timers: DueTimer[]) {
  const voting = walk.item.boards.filter(({ status }) => status === 'open');
  const boards = voting.map(({ id }) => id);
  goOn(
    walk,
    timers.filter(({ id }) => boards.includes(timerBoard(id) ?? '')),
  );
}

function goOn(walk: Walk, timers: DueTimer[]) {
  const { entry } = walk.item;
  walk.timers.push(...timers.map(timer => ({ ...timer, entry })));
}

function isTurnOf({ id }: Timer, due: DueTimer): boolean {
  return due.id === id || due.id.startsWith(`${id}~`);
}
