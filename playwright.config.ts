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
  // The specs of one database change what the others would see.
  workers: 1,
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
  projects: [
    { name: 'sqlite', use: { baseURL: `http://localhost:${port}` } },
    {
      name: 'postgres',
      use: { baseURL: `http://localhost:${port + 100}` },
      // How a page looks, reads and is reached by keyboard does not depend on
      // the database; what stands on it does, and the other files see that.
      testIgnore: ['look', 'chinese', 'keyboard'].map(
        name => `**/${name}.test.ts`,
      ),
    },
  ],
});
