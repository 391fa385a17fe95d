import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root as repository } from '../paths.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Violation
 * @property {string} from
 * @property {string} to
 * @property {{ name: string, severity: string }} rule
 * @property {{ name: string }[]} [cycle]
 */

/**
 * Holds the imports of a tree against the walls.
 *
 * @param {string} root - the tree; the walls are those of this repository
 * @returns {Promise<string[]>} the problems
 */
export async function checkImports(root) {
  const { forbidden, options } = require(join(
    repository,
    '.dependency-cruiser.cjs',
  ));
  const places = ['plugins', 'packages'].filter(place =>
    existsSync(join(root, place)),
  );
  const { output } = await cruise(places, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === 'string') throw new Error(output);
  /** @type {Record<string, string>} */
  const reasons = Object.fromEntries(
    forbidden.map((/** @type {{ name: string, comment: string }} */ rule) => [
      rule.name,
      rule.comment,
    ]),
  );
  const violations = /** @type {Violation[]} */ (output.summary.violations);
  return violations.map(({ from, to, rule, cycle }) => {
    const way = cycle ? cycle.map(step => step.name).join(' → ') : to;
    return `${from} → ${way}\n    ${rule.name}: ${reasons[rule.name]}`;
  });
}
