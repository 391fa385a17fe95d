import type { ItemForm } from '@techbridge/plugin-bridge-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderForm } from '../../testing/renderForm';
import { renderCard } from '../../testing/renderPage';
import { aSystemEntity, aUser } from '../../testing/samples';
import { FieldValue } from '../facts/FieldValue';

const label = (en: string, zh: string) => ({
  'ui:options': { labels: { title: { en, zh } } },
});

const form: ItemForm = {
  schema: {
    type: 'object',
    properties: {
      changes: {
        ...{ type: 'array', maxItems: 2 },
        items: {
          type: 'object',
          required: ['key', 'new'],
          properties: {
            key: { type: 'string', minLength: 1, maxLength: 20 },
            old: { type: 'string', maxLength: 20 },
            new: { type: 'string', minLength: 1, maxLength: 20 },
            tester: { type: 'string', format: 'user-ref' },
          },
        },
      },
    },
  },
  uiSchema: {
    changes: {
      ...label('Changes of parameters', '参数调整'),
      items: {
        key: label('Parameter', '参数'),
        old: label('Old value', '原值'),
        new: label('New value', '新值'),
        tester: {
          'ui:options': {
            labels: { title: { en: 'Tester', zh: '验收人' } },
            catalog: { kind: 'User' },
          },
        },
      },
    },
  },
};

const written = { by: 'user:default/he.jing', at: '2025-08-07T01:00:00.000Z' };
const lot = { key: '最小合并批量', old: '1', new: '400' };
const people = [aUser('he.jing', '何静', 'He Jing')];

const rows = () => screen.queryAllByRole('group', { name: /^Changes.* \d$/ });

describe('rows of a form', () => {
  afterEach(() => localStorage.clear());

  it('are added, filled in and taken out with the keyboard, as many as there may be', async () => {
    const filled = renderForm(form, {});
    const add = await screen.findByRole('button', { name: 'Add' });
    await userEvent.click(add);
    await userEvent.keyboard('lot{Tab}1{Tab}400');
    expect(filled.held).toEqual({
      changes: [{ key: 'lot', old: '1', new: '400' }],
    });
    // Past the tester and the button that takes the row out.
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Remove 1' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
    await userEvent.keyboard('weight{Tab}{Tab}0.6');
    expect(filled.check()).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Remove 1' }));
    expect(filled.held).toEqual({ changes: [{ key: 'weight', new: '0.6' }] });
    expect(screen.getByRole('button', { name: 'Add' })).toHaveFocus();
  });

  it('hold what stands there, without what the bridge adds, and say what is missing', async () => {
    const before = { changes: [{ ...lot, ...written }] };
    const filled = renderForm(form, before);
    const field = await screen.findByRole('textbox', { name: /^New value/ });
    expect(filled.held).toEqual({ changes: [lot] });
    await userEvent.clear(field);
    expect(filled.check()).toBe(false);
    expect(field).toHaveAccessibleDescription('Enter a value.');
    expect(field).toHaveFocus();
  });

  it('speak Chinese, and pick people where a column is for them', async () => {
    const reader = { language: 'zh-CN' as const, entities: people };
    const filled = renderForm(form, { changes: [lot] }, reader);
    const row = await screen.findByRole('group', { name: '参数调整 1' });
    const names = ['参数', '原值', '新值'].map(name =>
      within(row).getByRole('textbox', { name: RegExp(`^${name}`) }),
    );
    expect(names).toHaveLength(3);
    const picker = within(row).getByRole('textbox', { name: /^验收人/ });
    await userEvent.type(picker, '何静');
    await userEvent.click(await screen.findByRole('option', { name: /何静/ }));
    expect(filled.held).toEqual({ changes: [{ ...lot, tester: written.by }] });
    expect(document.body).not.toHaveTextContent(/Parameter|value|Tester/);
  });
});

describe('rows of an item', () => {
  afterEach(() => localStorage.clear());

  const part = (en: string, zh: string, format: string | null = null) => ({
    ...{ label: { en, zh }, type: 'string', format, options: {} },
  });
  const field = {
    ...part('Changes of parameters', '参数调整'),
    parts: {
      key: part('Parameter', '参数'),
      old: part('Old value', '原值'),
      new: part('New value', '新值'),
      by: part('Entered by', '填写人', 'user-ref'),
      at: part('Entered at', '填写时间', 'date-time'),
    },
  };

  it('are a table of who changed what to what, and when', async () => {
    const value = [
      { ...lot, ...written },
      { key: '<b>权重</b>', new: '0.6' },
    ];
    renderCard(
      <FieldValue field={field} value={value} titleOf={() => '何静'} />,
      aSystemEntity('erp'),
      { language: 'zh-CN' },
    );
    const table = await screen.findByRole('table', { name: '参数调整' });
    const lines = within(table).getAllByRole('row');
    const cells = lines.map(line => [...line.children].map(c => c.textContent));
    expect(cells).toEqual([
      ['参数', '原值', '新值', '填写人', '填写时间'],
      [
        '最小合并批量',
        '1',
        '400',
        '何静',
        expect.stringMatching(/2025年8月7日/),
      ],
      ['<b>权重</b>', '—', '0.6', '—', '—'],
    ]);
  });

  it('are the text that an older version asked for, where there is one', async () => {
    renderCard(
      <FieldValue field={field} value="批量：1 → 400" titleOf={String} />,
      aSystemEntity('erp'),
    );
    expect(await screen.findByText('批量：1 → 400')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('ask for a day in a field for days, as other forms do', async () => {
    // As the compiler bounds every text.
    const day = { type: 'string' as const, format: 'date', maxLength: 4000 };
    const filled = renderForm(
      {
        schema: { type: 'object', properties: { until: day } },
        uiSchema: { until: label('Until', '截止') },
      },
      {},
    );
    const asked = await screen.findByLabelText(/^Until/);
    expect(asked).toHaveAttribute('type', 'date');
    await userEvent.type(asked, '2026-02-15');
    expect(filled.held).toEqual({ until: '2026-02-15' });
  });
});
