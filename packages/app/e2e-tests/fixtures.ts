import { AxeBuilder } from '@axe-core/playwright';
import {
  test as base,
  expect,
  type APIRequestContext,
  type Page,
} from '@playwright/test';

/** The language of the screen, as Backstage keeps it. */
export type Language = 'zh' | 'en';

/** Where the second replica on the same PostgreSQL answers. */
export const replicaUrl = `http://localhost:${
  Number(process.env.TECHBRIDGE_E2E_PORT ?? 7107) + 200
}`;

/** Sets the language of the screen, until somebody chooses another. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.addInitScript(
    value => {
      if (!localStorage.getItem('language')) {
        localStorage.setItem('language', value);
      }
    },
    language === 'zh' ? 'zh-CN' : 'en',
  );
}

/**
 * Signs in as a person of the demo factory. The name may be any part of what
 * the button on the sign-in page says, for instance `唐婷` or `Lin Xiaolan`.
 */
export async function signIn(
  page: Page,
  personaName: string,
  language: Language,
): Promise<void> {
  await speak(page, language);
  await page.goto('/');
  const persona = page.getByRole('button', { name: personaName });
  await persona.first().click();
  await expect(persona).toHaveCount(0);
  await expect(page.getByRole('main').first()).toBeVisible();
}

/**
 * Signs in by HTTP alone and answers a token for the API.
 *
 * @param ref - an entity reference such as `user:default/tang.ting`
 */
export async function token(
  request: APIRequestContext,
  ref: string,
): Promise<string> {
  const response = await request.get('/api/auth/persona/refresh', {
    headers: { 'x-persona': ref, 'x-requested-with': 'XMLHttpRequest' },
  });
  expect(response.status(), await response.text()).toBe(200);
  const body: { backstageIdentity: { token: string } } = await response.json();
  return body.backstageIdentity.token;
}

/**
 * Fails when the page has a serious or critical accessibility violation.
 *
 * @param exclude - what the platform draws and we cannot mend, as a selector
 */
export async function axe(page: Page, exclude?: string): Promise<void> {
  // Nothing of ours stands in a frame, and only violations are asked for: a
  // third of the time that axe takes otherwise.
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const { violations } = await (exclude
    ? builder.exclude(exclude)
    : builder
  ).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      where: nodes.map(
        node => `${node.target.join(' ')} · ${node.failureSummary}`,
      ),
    }));
  expect(grave).toEqual([]);
}

/** Keeps a picture of the whole page in artifacts/screenshots. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({
    path: `artifacts/screenshots/${base.info().project.name}/${name}.png`,
    fullPage: true,
    animations: 'disabled',
  });
}

export { base as test, expect };
export type { APIRequestContext, Page };
