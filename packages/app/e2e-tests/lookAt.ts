import { axe, expect, Language, Page, shoot } from './fixtures';
import { latinWords } from './latinWords';

/*
 * Eight pictures of each of some 80 pages would take longer than all other
 * tests together, because a page is drawn anew for each: so it is seen in four
 * of the eight ways, in which every two of size, language and theme meet once.
 * It is gone to once a language, as by a link, and then seen as by somebody who
 * turns the device and the light; that pages stand when they are loaded anew is
 * seen by the other tests. Chinese pages are read for words that are not. Axe
 * looks at the Chinese pages, in one way of each size and each theme: elements
 * and colours are the same in both languages.
 *
 * For whoever looks by eye, TECHBRIDGE_LOOK=some keeps a picture of each in
 * artifacts/screenshots, and TECHBRIDGE_LOOK=all of all eight ways.
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
const isPictured = isAll || process.env.TECHBRIDGE_LOOK === 'some';
const WAYS = isAll ? { zh: ALL, en: ALL } : SOME;
/** For all pages of one person. */
export const PATIENCE_MS = isAll ? 900_000 : 270_000;

/** What Backstage draws in a way that we cannot mend. */
const EXCLUDED: Record<string, string> = {
  // Its header tabs name panels that its settings page does not draw.
  settings: '[role="tab"][aria-controls^="react-aria"]',
  // Heads of columns without a title can be dragged.
  notifications: '[data-rbd-draggable-id]',
};

/** Where Backstage says in which theme it has drawn the page. */
const THEME = 'data-theme-mode';

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

/** Follows an address as a link within the app does, without loading it anew. */
async function goWithin(page: Page, path: string) {
  if (page.url() === 'about:blank') {
    await page.goto(path);
    return;
  }
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** Goes on after a failure, so that all of them are told. */
const softly = expect.configure({ soft: true });

/** A page that is looked at. */
export interface Arrival {
  /** What its pictures are called. */
  name: string;
  path: string;
  /** English words of Backstage on it, which cannot be translated. */
  english?: readonly string[];
  /**
   * Waits until it shows all of itself.
   *
   * @param isTurned - whether it stood there already, in another way
   */
  arrived(isTurned: boolean): Promise<void>;
}

/**
 * Goes to a page and looks at it in the ways of a language: reads its words, sees
 * that it fits, and asks axe.
 */
export async function lookAt(
  page: Page,
  arrival: Arrival,
  language: Language,
): Promise<void> {
  const { name, path, english = [], arrived } = arrival;
  for (const [index, way] of WAYS[language].entries()) {
    const { size, width, height, theme } = way;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    if (index === 0) await goWithin(page, path);
    await arrived(index > 0);
    // Set with the colours of the theme, all of which come at once.
    // TechDocs has a body of its own.
    const drawn = page.locator(`body[${THEME}="${theme}"]`);
    await expect(drawn).toHaveCount(1);
    if (language === 'zh' && index === 0) {
      // Titles of Backstage's own are drawn first and translated then.
      await softly
        .poll(
          async () =>
            (await latinWords(page)).filter(word => !english.includes(word)),
          { message: `${name} is Chinese`, timeout: 5_000 },
        )
        .toEqual([]);
    }
    await comeToRest(page);
    const title = `${name}-${size}-${language}-${theme}`;
    if (isPictured) await shoot(page, title);
    expect.soft(await sideways(page), `${title} scrolls`).toBeLessThan(2);
    if (language === 'zh') {
      // A part may still be drawn in the colours of the theme before.
      await expect(() => axe(page, EXCLUDED[name])).toPass({ timeout: 8_000 });
    }
  }
}
