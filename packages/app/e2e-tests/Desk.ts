import type { Browser, Locator, Page } from '@playwright/test';
import { expect, signIn } from './fixtures';

/** How somebody fills in one field of a form, by its label. */
export type Entry = readonly [label: string, how: How, value: string];

type How = 'write' | 'tick' | 'choose' | 'find' | 'add';

/** Somebody of the demo factory who works in the browser, in Chinese. */
export class Desk {
  private constructor(readonly page: Page) {}

  /** Sits down and signs in. */
  static async of(browser: Browser, name: string): Promise<Desk> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, name, 'zh');
    return new Desk(page);
  }

  /** Gets up; the browser forgets everything. */
  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** The page of a work item. */
  async open(key: string): Promise<void> {
    await this.page.goto(`/items/${key}`);
    await expect(this.page.getByText(key).first()).toBeVisible();
  }

  /** The state that the item on the screen is in. */
  async isIn(state: string): Promise<void> {
    const summary = this.page.getByRole('main').getByText(state).first();
    await expect(summary).toBeVisible();
  }

  /** Presses the button of an action, fills in its form and sends it. */
  async act(action: string, entries: readonly Entry[] = []): Promise<void> {
    await this.button(action).click();
    await this.send(action, entries);
  }

  /** The button of an action. */
  button(action: string): Locator {
    const panel = this.page.getByRole('region', { name: '可做的操作' });
    return panel.getByRole('button', { name: action, exact: true });
  }

  /** Goes from the inbox straight to the form of an action, and sends it. */
  async takeUp(
    action: string,
    key: string,
    entries: readonly Entry[] = [],
  ): Promise<void> {
    await this.follow(action, key);
    await this.send(action, entries);
  }

  /** Goes from the inbox to an item on which a board votes, and votes. */
  async vote(key: string, choice: string, reason?: string): Promise<void> {
    await this.follow('投票表决', key);
    const form = this.page.getByRole('form', { name: '投票表决' });
    await form.getByRole('radio', { name: choice, exact: true }).check();
    if (reason) {
      await form.getByRole('textbox').fill(reason);
    }
    await form.getByRole('button', { name: '投票表决' }).click();
    await expect(
      this.page.getByText(`您的表决：${choice}`).first(),
    ).toBeVisible();
  }

  /** Fills in what a page asks for. */
  async fillIn(entries: readonly Entry[]): Promise<void> {
    await fillIn(this.page.getByRole('main'), entries);
  }

  /** The keys in the picture of the chain. */
  chain(): Promise<string[]> {
    return this.page
      .getByRole('region', { name: '链路' })
      .getByRole('link')
      .evaluateAll(links =>
        links.map(link => link.getAttribute('href')?.split('/').pop() ?? ''),
      );
  }

  private async follow(verb: string, key: string): Promise<void> {
    await this.page.goto('/inbox');
    await this.page.getByRole('button', { name: `${verb}：${key}` }).click();
    await expect(this.page).toHaveURL(new RegExp(`/items/${key}`));
  }

  private async send(action: string, entries: readonly Entry[]) {
    const form = this.page.getByRole('dialog');
    await fillIn(form, entries);
    await form.getByRole('button', { name: action, exact: true }).click();
    await expect(form).toBeHidden();
  }
}

const HOW: Record<
  How,
  (form: Locator, label: string, value: string) => Promise<void>
> = {
  write: (form, label, value) => form.getByLabel(label).fill(value),
  tick: (form, label, value) =>
    form
      .getByRole('group', { name: label })
      .getByRole('radio', { name: value, exact: true })
      .check(),
  choose: async (form, label, value) => {
    await form.getByLabel(label).click();
    await form.page().getByRole('option', { name: value, exact: true }).click();
  },
  find: async (form, label, value) => {
    await form.getByLabel(label).fill(value);
    await form.page().getByRole('option', { name: value }).first().click();
  },
  add: async (form, label, value) => {
    const list = form.getByRole('group', { name: label });
    await list.getByRole('button', { name: '添加' }).click();
    await list.getByRole('textbox').last().fill(value);
  },
};

async function fillIn(form: Locator, entries: readonly Entry[]): Promise<void> {
  for (const [label, how, value] of entries) {
    await HOW[how](form, label, value);
  }
}
