import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item } from '@techbridge/plugin-bridge-common';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf } from '../../testing/fakeBridge';
import { aProposal, itemsOf } from '../../testing/itemSamples';
import { Reader, renderCard, renderPage } from '../../testing/renderPage';
import { aSystemEntity } from '../../testing/samples';
import { proposalWorkflow } from '../../testing/workflowSamples';
import { BenefitPanel } from './BenefitPanel';

const server = setupServer();

const hardness = {
  ...{ label: { en: 'Recognised as', zh: '效益性质' }, type: 'string' },
  format: null,
  options: {
    hard: { en: 'Hard saving', zh: '硬效益（财务认可）' },
    soft: { en: 'Soft saving', zh: '软效益' },
  },
};

const threshold = {
  ...{ metric: '库存周转率（年化）', unit: '次', baseline: 5.2, target: 5.8 },
  ...{ actual: 5.98, hardness: 'hard', expectedBenefit: 240_000 },
  ...{ annualBenefit: 271_200, capitalReleased: 4_520_000 },
};

const anomalies = {
  ...{ metric: '每千条报工记录的异常数', unit: '条/千条', hardness: 'soft' },
  ...{ baseline: 11.26, baselineCount: 179, baselineTotal: 15.9 },
  ...{ target: 5, actual: 4.69, actualCount: 84, actualTotal: 17.9 },
};

const workflow = { ...proposalWorkflow, fields: { hardness } };

function show(item: Item, reader: Reader = {}, kind = 'Proposal') {
  const panel = <BenefitPanel item={item} workflow={{ ...workflow, kind }} />;
  renderCard(
    <>
      {panel}
      <p>Shown</p>
    </>,
    aSystemEntity('erp'),
    reader,
  );
}

/** What the panel says, a line each. */
async function lines(name: string): Promise<(string | null)[]> {
  const panel = await screen.findByRole('region', { name });
  return [...panel.querySelectorAll('h3, p')].map(line => line.textContent);
}

describe('what a proposal has brought', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('is the change in percent, the benefit a year, and released capital under a heading of its own', async () => {
    server.use(
      http.get(at('/workflows/proposal'), () => HttpResponse.json(workflow)),
      ...itemsOf(aProposal({ data: threshold })),
      ...bridgeOf(),
    );
    renderPage('/items/OP-2025-018');
    expect(await lines('Benefit')).toEqual([
      ...['库存周转率（年化）', '+15.0 %', '5.2 次 → 5.98 次'],
      'Target 5.8 次: reached',
      ...['Benefit a year', 'CNY 271,200', 'Hard saving'],
      '113 % of the expected CNY 240,000',
      ...['Capital released once', 'CNY 4,520,000'],
      'Not part of the benefit a year',
    ]);
  });

  it('is said in Chinese as well', async () => {
    show(aProposal({ data: threshold }), { language: 'zh-CN' });
    expect(await lines('效益')).toEqual([
      ...['库存周转率（年化）', '+15.0%', '5.2 次 → 5.98 次'],
      '目标5.8 次：已达到',
      ...['年效益', '271,200元', '硬效益（财务认可）'],
      '达成率113%（预计240,000元）',
      ...['一次性释放资金占用', '4,520,000元', '单独列示，不计入年效益'],
    ]);
  });

  it('is more than chance where the counts say so, and a review tells how much of it is lost', async () => {
    show(aProposal({ data: { ...anomalies, reviewActual: 7.32 } }));
    expect(await lines('Benefit')).toEqual([
      '每千条报工记录的异常数',
      ...['-58.3 %', '11.26 条/千条 → 4.69 条/千条'],
      'Target 5 条/千条: reached',
      'More than chance: 179 in 15.9 before, 84 in 17.9 after',
      'Review: 7.32 条/千条, 40 % of the gain is lost',
    ]);
  });

  it('is not distinguishable from noise where as much may happen by chance', async () => {
    const few = { baselineCount: 5, actualCount: 3, actual: 6, target: 1 };
    show(aProposal({ data: { ...anomalies, ...few, reviewActual: 5 } }));
    expect((await lines('Benefit')).slice(3)).toEqual([
      'Target 1 条/千条: not reached',
      'Not distinguishable from noise: 5 in 15.9 before, 3 in 17.9 after',
      'Review: 5 条/千条, the gain has lasted',
    ]);
  });

  it('has no percentage of a baseline of nothing', async () => {
    show(aProposal({ data: { baseline: 0, actual: 12, target: 10 } }));
    expect(await lines('Benefit')).toEqual([
      ...['Measured', '0 → 12', 'Target 10: reached'],
    ]);
  });

  it.each([
    ['of a proposal that nobody has measured', {}, 'Proposal'],
    ['of anything but a proposal', threshold, 'Requirement'],
  ])('is not shown %s', async (_, data, kind) => {
    show(aProposal({ data }), {}, kind);
    expect(await screen.findByText('Shown')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Benefit' })).toBeNull();
  });
});
