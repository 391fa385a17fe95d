/** Decides on the moments and the commands; it stands in the names of tests. */
export const CRASH_SEED = Number(
  process.env.TECHBRIDGE_CRASH_SEED ?? Date.now() % 1_000_000,
);
