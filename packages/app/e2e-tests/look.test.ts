import {
  axe,
  expect,
  Language,
  Page,
  shoot,
  signIn,
  speak,
  test,
} from './fixtures';
import { answering, settle } from './arrival';
import { ShownPage, VISITS } from './visits';

/*
 * A page is loaded once a language, then seen in both sizes and both themes,
 * as by somebody who turns a device or the light: 75 pages in eight variants,
 * each loaded anew, would take a quarter of an hour. Axe looks at the Chinese
 * pages only, because the elements and colours of a page are the same in both
 * languages; and once at each size and each theme, because sizes differ in
 * what they show, themes in contrast.
 */
const SIZES = [
  { size: 'wide', width: 1440, height: 900, axe: 'light' },
  { size: 'phone', width: 390, height: 844, axe: 'dark' },
] as const;

/** What Backstage draws in a way that we cannot mend. */
const EXCLUDED: Record<string, string> = {
  // Its header tabs name panels that its settings page does not draw.
  settings: '[role="tab"][aria-controls^="react-aria"]',
  // Heads of columns without a title can be dragged.
  notifications: '[data-rbd-draggable-id]',
};

/** Lets what moves come to its end, so that colours are what they will be. */
async function comeToRest(page: Page) {
  await page.evaluate(async () => {
    window.scrollTo(0, 0);
    const frame = () =>
      new Promise(resolve => {
        requestAnimationFrame(resolve);
      });
    await frame();
    await frame();
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) {
        animation.finish();
      }
    }
  });
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
}

async function lookAt(
  page: Page,
  name: string,
  language: Language,
  arrive: () => Promise<void>,
) {
  for (const { size, width, height, axe: axeIn } of SIZES) {
    await page.setViewportSize({ width, height });
    // Backstage draws a page anew when the sidebar becomes a bar.
    await arrive();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await comeToRest(page);
      await shoot(page, `${name}-${size}-${language}-${theme}`);
      if (language === 'zh' && theme === axeIn) {
        await axe(page, EXCLUDED[name]);
      }
    }
    const title = `${name}, ${size}, ${language}`;
    expect.soft(await sideways(page), `${title}, scrolls`).toBeLessThan(2);
  }
}

async function visit(page: Page, shown: ShownPage, language: Language) {
  await page.setViewportSize(SIZES[0]);
  await answering(page, shown.answer, async () => {
    await page.goto(shown.path);
    await lookAt(page, shown.name, language, () => settle(page, shown));
  });
}

for (const language of ['zh', 'en'] as const) {
  test(`the sign-in page, ${language}`, async ({ page }) => {
    await speak(page, language);
    await page.goto('/');
    await lookAt(page, 'sign-in', language, async () =>
      expect(page.getByRole('button', { name: /唐婷|Tang/ })).toBeVisible(),
    );
  });

  for (const person of VISITS) {
    test(`what ${person.en} sees, ${language}`, async ({ page }) => {
      test.slow();
      await signIn(page, person[language], language);
      for (const shown of person.pages) {
        // What loads has no words.
        if (shown.answer === 'nothing' && language === 'en') continue;
        await test.step(shown.name, () => visit(page, shown, language));
      }
    });
  }
}
