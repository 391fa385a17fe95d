/** What the rounds of a measure gave: the middle one, and the extremes. @internal */
export interface Spread {
  median: number;
  min: number;
  max: number;
  rounds: number;
}

/** The middle and the extremes of what rounds gave. @internal */
export function spreadOf(numbers: number[]): Spread {
  return {
    median: median(numbers),
    min: Math.min(...numbers),
    max: Math.max(...numbers),
    rounds: numbers.length,
  };
}

/** The middle one, or the mean of the two that are. @internal */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
