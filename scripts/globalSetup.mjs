import { startBackends } from './backends.mjs';
import { prepareChromium } from './chromium.mjs';

/**
 * Makes a browser and three backends ready, once for all browser tests.
 *
 * @returns {Promise<() => Promise<void>>} the tear-down
 */
export default async function globalSetup() {
  const { browser, remove } = await prepareChromium();
  process.env.TECHBRIDGE_BROWSER = JSON.stringify(browser);
  console.log('Starting PostgreSQL and three backends (one or two minutes) …');
  const since = Date.now();
  const backends = await startBackends();
  console.log(
    `They are ready after ${Math.round((Date.now() - since) / 1000)} s.`,
  );
  return async () => {
    await backends.stop();
    remove();
  };
}
