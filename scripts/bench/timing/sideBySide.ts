import { median, Spread, spreadOf } from './spread';

/** Two ways to the same answer, to be timed side by side. @internal */
export interface Contest {
  /** Runs one batch of ours and tells how many milliseconds it took. */
  ours: () => Promise<number>;
  /** The same with what ours is held against. */
  floor: () => Promise<number>;
  rounds: number;
  /** Batches of each side in a round. */
  batches: number;
  /** Whether a round that does not count goes first; as a rule it does. */
  warmUp?: boolean;
}

/** How ours compares with its floor: the middle round, and the extremes. @internal */
export type Ratio = Spread;

/**
 * Times two ways in turns (ours, floor, floor, ours, …), so that whatever else
 * the machine does falls on both alike. Each round gives one ratio.
 *
 * @internal
 */
export async function sideBySide(contest: Contest): Promise<Ratio> {
  const turns = { count: 0 };
  if (contest.warmUp ?? true) {
    await runRound(contest, turns);
  }
  const ratios: number[] = [];
  for (let round = 0; round < contest.rounds; round++) {
    ratios.push(await runRound(contest, turns));
  }
  return spreadOf(ratios);
}

/** The same comparison the other way round: how much faster ours is. @internal */
export function inverse({ median: middle, min, max, rounds }: Ratio): Ratio {
  return { median: 1 / middle, min: 1 / max, max: 1 / min, rounds };
}

/** How many milliseconds some work took. @internal */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function runRound(
  { ours, floor, batches }: Contest,
  turns: { count: number },
): Promise<number> {
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let batch = 0; batch < batches; batch++) {
    const oursFirst = turns.count++ % 2 === 0;
    if (oursFirst) {
      times.ours.push(await ours());
    }
    times.floor.push(await floor());
    if (!oursFirst) {
      times.ours.push(await ours());
    }
  }
  return median(times.ours) / median(times.floor);
}
