import test from './test.mjs';

/** The tests whose number of rounds grows with TECHBRIDGE_LONG, or of requests. */
const long = [
  String.raw`\.race\.test\.ts$`,
  String.raw`\.crash\.test\.ts$`,
  String.raw`\.model\.test\.ts$`,
  String.raw`/fuzz\.test\.ts$`,
];

/**
 * Runs the tests that have a full length at their full length. It takes longer
 * than fits into every change, so that it is no part of "npm test".
 *
 * @param {string[]} args - which of these tests; all without it
 * @returns {Promise<number>} the exit code
 */
export default function testLong(args) {
  process.env.TECHBRIDGE_LONG = '1';
  process.env.TECHBRIDGE_FUZZ_REQUESTS ??= '200000';
  return test(['unit', ...(args.length > 0 ? args : long)]);
}
