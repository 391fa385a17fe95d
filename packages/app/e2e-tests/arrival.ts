import { expect, Page } from './fixtures';
import type { ShownPage } from './visits';

const QUESTIONS = '**/api/bridge/{inbox,items,cases,leaderboards}**';

const FAILURE = {
  error: { name: 'ServiceUnavailableError', message: 'Not now.' },
  response: { statusCode: 503 },
};

/** Waits until a page shows what it is to show. */
export async function settle(page: Page, shown: ShownPage): Promise<void> {
  if (shown.answer === 'nothing') {
    await expect(
      page.getByRole('main').locator('[class*="MuiSkeleton"]').first(),
    ).toBeVisible();
    return;
  }
  const { landmark } = shown;
  await expect(
    page.getByText(landmark).or(page.getByPlaceholder(landmark)).first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
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
