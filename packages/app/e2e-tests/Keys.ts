import { expect, Locator, Page } from '@playwright/test';

const MANY_STEPS = 90;

/** Somebody without a mouse, who must see at every step where the focus is. */
export class Keys {
  constructor(private readonly page: Page) {}

  /** Presses Tab until something has the focus. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let step = 0; !(await isFocused(target)); step++) {
      expect(step, `the way to ${target}`).toBeLessThan(MANY_STEPS);
      await this.page.evaluate(nextFrame);
      await this.page.keyboard.press('Tab');
    }
    await this.seeFocus();
  }

  /** Comes to something and presses a key there. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  /** Comes to a field and writes there, in place of what it says. */
  async write(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Comes to a field that finds things, and takes one of those it finds. */
  async find(target: Locator, text: string, option: RegExp): Promise<void> {
    await this.write(target, text);
    const found = this.page.getByRole('option', { name: option }).first();
    await expect(found).toBeVisible();
    await this.page.keyboard.press('ArrowDown');
    await expect(found).toHaveAttribute('data-focus', 'true');
    await this.page.keyboard.press('Enter');
  }

  /** Leaves what has opened by Escape, and is where it was opened. */
  async escape(opened: Locator, opener: Locator): Promise<void> {
    await expect(opened).toBeVisible();
    await this.page.keyboard.press('Escape');
    await this.isAt(opener);
  }

  /** Nothing but this has the focus, and one sees it. */
  async isAt(target: Locator): Promise<void> {
    await expect(target).toBeFocused();
    await this.seeFocus();
  }

  private async seeFocus(): Promise<void> {
    const focus = this.page.locator(':focus-visible');
    await expect(focus).toHaveCount(1);
    await expect
      .poll(() => focus.evaluate(hasRing), { message: 'the focus is seen' })
      .toBe(true);
  }
}

/** Nobody presses a key before what has just appeared is drawn. */
function nextFrame(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate(element => element === document.activeElement);
}

/** Around what has the focus, or around the control that it is a part of. */
function hasRing(element: Element): boolean {
  const outlined = (one: Element | null) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one ?? element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
  };
  const field = element.closest('.MuiOutlinedInput-root');
  const edge = field?.querySelector('fieldset');
  return (
    outlined(element) ||
    outlined(element.closest('.MuiButtonBase-root')) ||
    Boolean(edge && getComputedStyle(edge).borderTopWidth === '2px')
  );
}
