import { timerBoard } from '../step';
import { ScenarioFailure, Simulation } from './Simulation';

/**
 * Lets time pass until a timer of the state has fired, or until the time of
 * every open board, or of one, is up, with its prolongations. A scenario that
 * says so stays true when another time is set.
 *
 * @param words - the id of a timer; or `deadline`, and a board if only its own
 * counts
 * @internal
 */
export function untilDue(simulation: Simulation, words: string[]): void {
  const [what, only] = words;
  const isOver =
    what === 'deadline' &&
    passDeadlines(simulation, board => only === undefined || only === board);
  if (isOver) {
    return;
  }
  const timer = simulation.waiting.find(
    ({ id }) => id === what || id.startsWith(`${what}~`),
  );
  if (!timer) {
    throw nothingDue(simulation, words.join(' '));
  }
  simulation.passUntil(timer.fireAt);
}

/** Whether there was one to wait for. */
function passDeadlines(
  simulation: Simulation,
  isMeant: (board: string) => boolean,
): boolean {
  const last = simulation.waiting
    .filter(({ id }) => {
      const board = id.startsWith('remind.') ? undefined : timerBoard(id);
      return board !== undefined && isMeant(board);
    })
    .at(-1);
  if (!last) {
    return false;
  }
  const before = prolongations(simulation);
  simulation.passUntil(last.fireAt);
  const after = prolongations(simulation);
  passDeadlines(
    simulation,
    board =>
      isMeant(board) && (after.get(board) ?? 0) > (before.get(board) ?? 0),
  );
  return true;
}

function prolongations({ item }: Simulation): Map<string, number> {
  return new Map(item.boards.map(({ id, extended = 0 }) => [id, extended]));
}

function nothingDue({ definition, item }: Simulation, what: string) {
  const { en, zh } = definition.states[item.state].label;
  return new ScenarioFailure({
    en: `In “${en}” nothing called “${what}” falls due. Write the id of a timer of this state, or deadline where a board votes.`,
    zh: `“${zh}”没有到期项“${what}”。请写该状态中定时器的编号；评审组表决时可写 deadline。`,
  });
}
