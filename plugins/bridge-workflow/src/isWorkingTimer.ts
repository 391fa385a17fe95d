import { State } from './definition';
import { timerBoard } from './step';

/**
 * Whether a timer of a state counts working time, where its workflow has a
 * calendar; else all time counts.
 *
 * @public
 */
export function isWorkingTimer(state: State, timer: string): boolean {
  const board = timerBoard(timer);
  if (board !== undefined) {
    return isWorkingBoard(state, board);
  }
  const [name] = timer.split('~');
  const found = state.timers.find(({ id }) => id === name);
  return found?.calendar === 'business';
}

/** Whether the deadline of a board counts working time. @public */
export function isWorkingBoard(state: State, board: string): boolean {
  return (
    state.type === 'approval' &&
    state.approval.boards[board]?.deadline?.calendar === 'business'
  );
}
