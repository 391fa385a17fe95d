const createConfig = require('@backstage/cli/config/eslint-factory');

/**
 * The rules of every package: Backstage's own, our budgets, and the promise
 * that no promise floats.
 *
 * @param {string} directory - the folder of the package
 */
module.exports = directory =>
  createConfig(directory, {
    parserOptions: {
      project: '../../tsconfig.json',
      tsconfigRootDir: directory,
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'max-lines': ['error', { max: 400 }],
    },
    overrides: [
      {
        files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e-tests/**'],
        rules: {
          'max-lines-per-function': 'off',
          'max-lines': ['error', { max: 600 }],
          // Rounds run one after another; nothing outlives its round.
          'no-loop-func': 'off',
        },
      },
      {
        // The browser tests run from the root, with the root's Playwright.
        files: ['**/e2e-tests/**'],
        rules: { '@backstage/no-undeclared-imports': 'off' },
      },
      {
        // Builders for tests; no package exports them.
        files: ['**/testing/**'],
        rules: {
          '@backstage/no-undeclared-imports': 'off',
          'jest/no-standalone-expect': 'off',
        },
      },
    ],
  });
