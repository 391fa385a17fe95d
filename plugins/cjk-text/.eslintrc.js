module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  parserOptions: { project: '../../tsconfig.json', tsconfigRootDir: __dirname },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    'max-lines-per-function': ['error', { max: 60, skipComments: true }],
    'max-lines': ['error', { max: 400 }],
  },
  overrides: [
    {
      files: ['**/*.test.ts', '**/*.test.tsx'],
      rules: {
        'max-lines-per-function': 'off',
        'max-lines': ['error', { max: 600 }],
      },
    },
  ],
});
