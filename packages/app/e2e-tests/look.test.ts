import { answering, listenTo, settle } from './arrival';
import { expect, signIn, speak, test } from './fixtures';
import { allowPeople } from './latinWords';
import { lookAt, PATIENCE_MS } from './lookAt';
import { VISITS } from './visits';

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
        const arrived = (isTurned: boolean) => settle(page, shown, isTurned);
        await test.step(name, () =>
          answering(page, answer, () =>
            lookAt(page, { name, path, english, arrived }, language),
          ),
        );
      }
    });
  }
}
