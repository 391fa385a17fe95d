import build from './test-parts/build.mjs';
import e2e from './test-parts/e2e.mjs';
import gates from './test-parts/gates.mjs';
import unit from './test-parts/unit.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped - the names of tests that did not run
 * @property {string} [complaint] - why the part failed
 */

/**
 * The parts in their order, the quick ones first.
 *
 * @type {Record<string, { title: string, run: (args: string[]) => Promise<Outcome> }>}
 */
const parts = {
  gates: {
    title: 'the gates themselves: each check sees its breaking example',
    run: gates,
  },
  unit: {
    title: 'unit, store and whole-plugin tests on SQLite and PostgreSQL',
    run: unit,
  },
  build: {
    title: 'production build of the app, and what our packages add to it',
    run: build,
  },
  e2e: {
    title: 'browser tests in Chromium, on SQLite and PostgreSQL',
    run: e2e,
  },
};

/**
 * Splits the arguments into the names of parts and what is passed on to them.
 *
 * @param {string[]} args
 * @returns {{ names: string[], rest: string[] }}
 */
export function readArguments(args) {
  const words = args.filter(word => word !== '--');
  const first = words.findIndex(word => !Object.hasOwn(parts, word));
  const end = first === -1 ? words.length : first;
  const names = words.slice(0, end);
  const rest = words.slice(end);
  if (names.length > 0) return { names, rest };
  return { names: rest.length > 0 ? ['unit'] : Object.keys(parts), rest };
}

/** @param {number} since */
function duration(since) {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * @param {string} name
 * @param {string[]} rest
 * @returns {Promise<Outcome>}
 */
async function runPart(name, rest) {
  const since = Date.now();
  console.log(`\n── ${name} · ${parts[name].title} ──`);
  const outcome = await parts[name].run(rest).catch(error => ({
    passed: 0,
    failed: 1,
    skipped: [],
    complaint: error instanceof Error ? error.message : String(error),
  }));
  for (const test of outcome.skipped) console.log(`   skipped: ${test}`);
  const verdict = outcome.complaint ? 'failed' : 'passed';
  console.log(`── ${name} ${verdict} after ${duration(since)} ──`);
  return outcome;
}

/**
 * The last line, which tools read: it stands alone.
 *
 * @param {Outcome[]} outcomes
 */
function closingLine(outcomes) {
  const sum = (/** @type {(outcome: Outcome) => number} */ count) =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const skipped = sum(outcome => outcome.skipped.length);
  const line = `${sum(outcome => outcome.passed)} passed, ${sum(
    outcome => outcome.failed,
  )} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/**
 * Runs the tests part by part and stops at the first part that fails.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export default async function test(args) {
  const { names, rest } = readArguments(args);
  const since = Date.now();
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const [index, name] of names.entries()) {
    const outcome = await runPart(name, rest);
    outcomes.push(outcome);
    if (outcome.complaint) {
      console.error(`\nThe part "${name}" failed: ${outcome.complaint}`);
      const left = names.slice(index + 1);
      if (left.length > 0)
        console.error(`Not run after that: ${left.join(', ')}.`);
      break;
    }
  }
  console.log(`\nAll of it took ${duration(since)}.`);
  console.log(`\n${closingLine(outcomes)}`);
  return outcomes.some(outcome => outcome.complaint) ? 1 : 0;
}
