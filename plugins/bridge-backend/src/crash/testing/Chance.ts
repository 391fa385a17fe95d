import fc from 'fast-check';

const AT_ONCE = 1_000;

/** Numbers that look like chance and come from a seed. */
export class Chance {
  private numbers: number[] = [];

  constructor(private seed: number) {}

  /** A whole number from 0 up to but not including the limit. */
  below(limit: number): number {
    if (this.numbers.length === 0) {
      const order = { seed: this.seed, numRuns: AT_ONCE };
      this.numbers = fc.sample(fc.noBias(fc.nat()), order);
      this.seed += 1;
    }
    return (this.numbers.pop() ?? 0) % limit;
  }

  /** Whether something happens that happens so often of a hundred times. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  /** One of the choices, if there are any. */
  oneOf<T>(choices: readonly T[]): T | undefined {
    return choices[this.below(Math.max(1, choices.length))];
  }
}
