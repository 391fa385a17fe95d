/** Whether tests run at full length, as `yarn test:long` does. */
const LONG = process.env.TECHBRIDGE_LONG === '1';

/** How often something is tried: as often as is promised, or a tenth of that. */
export function rounds(
  promised: number,
  otherwise = Math.ceil(promised / 10),
): number {
  return LONG ? promised : otherwise;
}

/** How long a test with many rounds may take, in milliseconds. */
export const PATIENCE = LONG ? 3_600_000 : 240_000;
