import { Spread, spreadOf } from './spread';

/** How often something is done to be timed. @internal */
export interface Repetitions {
  rounds: number;
  /** In each round. */
  calls: number;
  /** Whether a round that does not count goes first; as a rule it does. */
  warmUp?: boolean;
}

/**
 * How much of a processor's time one call takes, in milliseconds: that of the
 * whole process with its garbage collector and compiler, whatever else the
 * machine does meanwhile.
 *
 * @internal
 */
export function cpuTime(
  work: () => unknown,
  { rounds, calls, warmUp = true }: Repetitions,
): Spread {
  const round = () => {
    const start = process.cpuUsage();
    for (let call = 0; call < calls; call++) {
      work();
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000 / calls;
  };
  if (warmUp) {
    round();
  }
  return spreadOf(Array.from({ length: rounds }, round));
}
