/** Choices that were drawn beforehand, so that a command can be done again. */
export class Draw {
  private place = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number from 0 up to but not including the limit. */
  below(limit: number): number {
    const number = this.numbers[this.place % this.numbers.length];
    this.place += 1;
    return number % limit;
  }

  /** One of some things, of which there must be one. */
  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)];
  }
}
