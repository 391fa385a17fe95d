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
import { answering, listenTo, settle } from './arrival';
import { allowPeople, latinWords } from './latinWords';
import { VISITS } from './visits';

/*
 * Eight pictures of each of some 80 pages would take longer than all other
 * tests together, because a page is drawn anew for each: so it is seen in four
 * of the eight ways, in which every two of size, language and theme meet once.
 * It is loaded once a language, and then seen as by somebody who turns the
 * device and the light. With TECHBRIDGE_LOOK=all it is seen in all eight, for
 * whoever looks at the pictures by eye. Chinese pages are read for words that
 * are not. Axe looks at the Chinese pages, in one
 * way of each size and each theme: elements and colours are the same in both
 * languages.
 */
const WIDE = { size: 'wide', width: 1440, height: 900 } as const;
const PHONE = { size: 'phone', width: 390, height: 844 } as const;
const LIGHT = [WIDE, PHONE].map(size => ({ ...size, theme: 'light' as const }));
const DARK = [WIDE, PHONE].map(size => ({ ...size, theme: 'dark' as const }));
const ALL = [...LIGHT, ...DARK];
const SOME = {
  zh: [LIGHT[0], DARK[1]],
  en: [DARK[0], LIGHT[1]],
};
const isAll = process.env.TECHBRIDGE_LOOK === 'all';
const WAYS = isAll ? { zh: ALL, en: ALL } : SOME;
/** For all pages of one person. */
const PATIENCE_MS = isAll ? 900_000 : 270_000;

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

interface Arrival {
  name: string;
  path: string;
  english?: readonly string[];
  arrived(): Promise<void>;
}

async function lookAt(page: Page, arrival: Arrival, language: Language) {
  const { name, path, english = [], arrived } = arrival;
  for (const [index, way] of WAYS[language].entries()) {
    const { size, width, height, theme } = way;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    if (index === 0) await page.goto(path);
    await arrived();
    if (language === 'zh' && index === 0) {
      const words = await latinWords(page);
      const found = words.filter(word => !english.includes(word));
      expect.soft(found, `${name} is Chinese`).toEqual([]);
    }
    await comeToRest(page);
    const title = `${name}-${size}-${language}-${theme}`;
    await shoot(page, title);
    expect.soft(await sideways(page), `${title} scrolls`).toBeLessThan(2);
    if (language === 'zh') {
      await axe(page, EXCLUDED[name]);
    }
  }
}

for (const language of ['zh', 'en'] as const) {
  test(`the sign-in page, ${language}`, async ({ page }) => {
    await speak(page, language);
    await allowPeople(page);
    const arrived = () =>
      expect(page.getByRole('button', { name: /唐婷|Tang/ })).toBeVisible();
    await lookAt(page, { name: 'sign-in', path: '/', arrived }, language);
  });

  for (const person of VISITS) {
    test(`what ${person.en} sees, ${language}`, async ({ page }) => {
      test.setTimeout(PATIENCE_MS);
      listenTo(page);
      await allowPeople(page);
      await signIn(page, person[language], language);
      for (const shown of person.pages) {
        const { name, path, answer, english } = shown;
        // What loads has no words.
        if (answer === 'nothing' && language === 'en') continue;
        const arrived = () => settle(page, shown);
        await test.step(name, () =>
          answering(page, answer, () =>
            lookAt(page, { name, path, english, arrived }, language),
          ),
        );
      }
    });
  }
}
