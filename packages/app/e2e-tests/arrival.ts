import type { Request } from '@playwright/test';
import { expect, Page } from './fixtures';
import type { ShownPage } from './visits';

const QUESTIONS = '**/api/bridge/{inbox,items,cases,leaderboards}**';

const FAILURE = {
  error: { name: 'ServiceUnavailableError', message: 'Not now.' },
  response: { statusCode: 503 },
};

const underWay = new WeakMap<Page, Set<Request>>();

/** Notes which requests of a page are under way. */
export function listenTo(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', request => open.add(request));
  page.on('requestfinished', request => open.delete(request));
  page.on('requestfailed', request => open.delete(request));
}

const CALM = 250;
const PATIENCE = 8_000;

/**
 * Waits until nothing has been asked for a while. The browser's own word for
 * that is said once a navigation, and a page also loads when it is drawn anew.
 */
async function isCalm(page: Page): Promise<void> {
  const start = Date.now();
  let since = start;
  while (Date.now() - since < CALM && Date.now() - start < PATIENCE) {
    await page.waitForTimeout(50);
    if (underWay.get(page)?.size) since = Date.now();
  }
}

/**
 * Waits until a page shows what it is to show, and all of it.
 *
 * @param isTurned - whether nothing else stood there before that could be taken
 *   for it
 */
export async function settle(
  page: Page,
  shown: ShownPage,
  isTurned = false,
): Promise<void> {
  const skeletons = page.locator('main [class*="MuiSkeleton"]');
  if (shown.answer === 'nothing') {
    await expect(skeletons.first()).toBeVisible();
    return;
  }
  const { landmark } = shown;
  if (!isTurned) await isCalm(page);
  await expect(
    page.getByText(landmark).or(page.getByPlaceholder(landmark)).first(),
  ).toBeVisible();
  await isCalm(page);
  await expect(skeletons).toHaveCount(0);
  await shown.open?.(page);
}

/** Has the bridge answer in a certain way while something is done. */
export async function answering(
  page: Page,
  answer: ShownPage['answer'],
  act: () => Promise<void>,
): Promise<void> {
  if (!answer) {
    await act();
    return;
  }
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(QUESTIONS, async route => {
    if (answer === 'nothing') {
      await held;
    }
    await route.fulfill({ status: 503, json: FAILURE });
  });
  try {
    await act();
  } finally {
    release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}
