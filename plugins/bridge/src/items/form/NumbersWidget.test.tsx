import type { ItemForm } from '@techbridge/plugin-bridge-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FilledForm, renderForm } from '../../testing/renderForm';
import type { Reader } from '../../testing/renderPage';
import type { FormData } from './formData';
import { numbersIn } from './numbersIn';

const form: ItemForm = {
  schema: {
    type: 'object',
    properties: {
      series: {
        ...{ type: 'array', items: { type: 'number' } },
        ...{ minItems: 3, maxItems: 5 },
      },
    },
  },
  uiSchema: {
    series: {
      'ui:options': {
        labels: {
          title: { en: 'Single values', zh: '逐次数值' },
          help: { en: 'In their order.', zh: '按先后顺序。' },
        },
      },
    },
  },
};

let filled: FilledForm;

async function fillIn(start: FormData, reader: Reader = {}) {
  filled = renderForm(form, start, reader);
  const name = reader.language ? '逐次数值' : 'Single values';
  return screen.findByRole('textbox', { name });
}

/** Whether the form is in order, and what stands below the field. */
function checked(field: HTMLElement) {
  const isInOrder = filled.check();
  return [isInOrder, field.closest('.MuiTextField-root')?.textContent];
}

describe('a series of numbers', () => {
  afterEach(() => localStorage.clear());

  it.each([
    ['a column of a spreadsheet', '5.1\r\n5.2\n\n5.3\n', [5.1, 5.2, 5.3]],
    ['a row of a spreadsheet', '5.1\t5.2\t-5.3', [5.1, 5.2, -5.3]],
    ['commas and semicolons', '1, 2;3 ,4', [1, 2, 3, 4]],
    ['the signs of Chinese', '１２．５，3、4；−5', [12.5, 3, 4, -5]],
    ['other ways to write a number', '+1 .5 2. 1e3', [1, 0.5, 2, 1000]],
    ['nothing', ' \n', []],
    ['words between', '5.1 abc 0x10 1e999', [5.1, 'abc', '0x10', '1e999']],
  ])('reads %s', (_, text, entries) => {
    expect(numbersIn(text)).toEqual(entries);
  });

  it('is pasted, counted, and left out where it is empty', async () => {
    const user = userEvent.setup();
    const field = await fillIn({});
    expect(checked(field)[0]).toBe(true);
    await user.click(field);
    await user.paste('5.1\t5.2\n4.90,');
    expect(field).toHaveValue('5.1\t5.2\n4.90,');
    expect(filled.held).toEqual({ series: [5.1, 5.2, 4.9] });
    expect(screen.getByText('3 values. In their order.')).toBeVisible();
    expect(checked(field)[0]).toBe(true);
    await user.clear(field);
    expect(filled.held.series).toBeUndefined();
    expect(checked(field)[0]).toBe(true);
  });

  it('says what is no number, and how many are needed or allowed', async () => {
    const user = userEvent.setup();
    const field = await fillIn({ series: [1, 2, 3] });
    expect(field).toHaveValue('1 2 3');
    await user.type(field, ' n/a');
    const words =
      '“n/a” is not a number. Write figures only, apart by spaces, commas or lines.';
    expect(screen.getByText(words)).toBeVisible();
    expect(checked(field)[0]).toBe(false);
    await user.clear(field);
    await user.type(field, '1 2');
    expect(checked(field)).toEqual([
      false,
      expect.stringContaining('Too few entries; 3 is the least. Add some.'),
    ]);
    await user.type(field, ' 3 4 5 6');
    expect(checked(field)).toEqual([
      false,
      expect.stringContaining('Too many entries; 5 is the most.'),
    ]);
  });

  it('speaks Chinese', async () => {
    const user = userEvent.setup();
    const field = await fillIn({ series: [1, 2] }, { language: 'zh-CN' });
    expect(screen.getByText('共2个数值。 按先后顺序。')).toBeVisible();
    expect(checked(field)[1]).toContain('至少 3 项，请补充。');
    await user.type(field, ' 缺');
    expect(screen.getByText(/^“缺”不是数字。/)).toBeVisible();
  });
});
