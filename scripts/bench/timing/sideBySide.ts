/** Two ways to the same answer, to be timed side by side. @internal */
export interface Contest {
  /** Runs one batch of ours and tells how many milliseconds it took. */
  ours: () => Promise<number>;
  /** The same with what ours is held against. */
  floor: () => Promise<number>;
  rounds: number;
  /** Batches of each side in a round; an even number. */
  batches: number;
}

/** How ours compares with its floor. @internal */
export interface Ratio {
  median: number;
  min: number;
  max: number;
  rounds: number;
}

/**
 * Times two ways in turns, ours, floor, floor, ours, so that what else the
 * machine does falls on both alike. A round gives one ratio; the first round
 * only warms up.
 *
 * @internal
 */
export async function sideBySide(contest: Contest): Promise<Ratio> {
  await runRound(contest);
  const ratios: number[] = [];
  for (let round = 0; round < contest.rounds; round++) {
    ratios.push(await runRound(contest));
  }
  return summarize(ratios);
}

/** The median, the lowest and the highest of some ratios. @internal */
export function summarize(ratios: number[]): Ratio {
  return {
    median: median(ratios),
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    rounds: ratios.length,
  };
}

/** The middle of some numbers. @internal */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many milliseconds some work took. @internal */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function runRound({ ours, floor, batches }: Contest): Promise<number> {
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let batch = 0; batch < batches; batch++) {
    const oursFirst = batch % 2 === 0;
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
