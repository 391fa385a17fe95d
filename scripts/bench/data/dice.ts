/** Numbers that look like chance and are the same in every run. @internal */
export interface Dice {
  /** A whole number from 0 up to but not including the limit. */
  below(limit: number): number;
  /** One of the choices. */
  oneOf<T>(choices: readonly T[]): T;
}

/** Dice that begin at a seed (mulberry32). @internal */
export function createDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, oneOf: choices => choices[below(choices.length)] };
}
