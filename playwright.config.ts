import { defineConfig } from '@playwright/test';

/** Written by the global set-up, before any worker reads this file. */
const browser = JSON.parse(process.env.TECHBRIDGE_BROWSER ?? '{}');

const port = Number(process.env.TECHBRIDGE_E2E_PORT ?? 7107);
const viewport = { width: 1440, height: 900 };

export default defineConfig({
  testDir: './packages/app/e2e-tests',
  testMatch: '**/*.test.ts',
  outputDir: './artifacts/test-results',
  globalSetup: './scripts/globalSetup.mjs',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  retries: 0,
  // One for each database: its specs change what its others would see.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: browser,
    viewport,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Recording slows every test down; `npm test e2e -- --trace on` does it.
    trace: 'off',
  },
  // How a page looks, reads and is reached by keyboard does not depend on the
  // database, so each of these is tried on one of them; what stands on a page
  // does, and the other files see that on both.
  projects: [
    {
      name: 'sqlite',
      use: { baseURL: `http://localhost:${port}` },
      workers: 1,
      // What two of the people see in Chinese, errors and pages that load among
      // it, is looked at on the other one, so that both take equally long.
      grepInvert: /sees, en$|(Su Min|Zhang Qiang) sees, zh$/,
    },
    {
      name: 'postgres',
      use: { baseURL: `http://localhost:${port + 100}` },
      workers: 1,
      testIgnore: ['**/keyboard.test.ts', '**/workByKeyboard.test.ts'],
      grepInvert: /(?<!Su Min|Zhang Qiang) sees, zh$/,
    },
  ],
});
