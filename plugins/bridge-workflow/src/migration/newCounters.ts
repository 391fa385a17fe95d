import { WorkflowDefinition } from '../definition';
import { ItemBoard, WorkItem } from '../item';
import { Migrating, nameIn } from './Migrating';

/**
 * How often ways were taken and rounds were held, under the names of the other
 * version. Rounds of a board are never counted anew, because its ballots are
 * kept by their number.
 *
 * @internal
 */
export function newCounters(
  { taken, boards }: WorkItem,
  migrating: Migrating,
): WorkItem['taken'] {
  const counters = new Map<string, number>();
  const raise = (name: string, count: number) =>
    counters.set(name, Math.max(count, counters.get(name) ?? 0));
  for (const [name, count] of Object.entries(taken)) {
    const [state] = name.split(/[. ]/, 1);
    raise(nameIn(migrating, state) + name.slice(state.length), count);
  }
  const held = [...boards, ...migrating.closed];
  for (const [state, round] of lastRounds(migrating.to, held)) {
    raise(`${state} round`, round);
  }
  return Object.fromEntries(counters);
}

/** The last round in which any board of an approval state was held. */
function lastRounds(
  { states }: WorkflowDefinition,
  held: ItemBoard[],
): [state: string, round: number][] {
  return Object.entries(states).flatMap(([id, state]): [string, number][] => {
    const own = held.filter(
      board =>
        state.type === 'approval' &&
        Object.hasOwn(state.approval.boards, board.id),
    );
    const rounds = own.map(({ round }) => round);
    return rounds.length > 0 ? [[id, Math.max(...rounds)]] : [];
  });
}
