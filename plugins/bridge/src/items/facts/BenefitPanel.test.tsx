import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item } from '@techbridge/plugin-bridge-common';
import { cleanup, screen } from '@testing-library/react';
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

/** Moving ranges 2, 2, 1, 1, 4: the limits are 10.5 ± 2.66 × 2. */
const cycles = {
  ...{ metric: '换模时间', unit: '分钟', baseline: 10.5, target: 7 },
  baselineSeries: [10, 12, 10, 11, 12, 8],
};

const saved = {
  ...{ actual: 6, hardness: 'hard', annualVolume: 2400, unitCost: 12.5 },
  ...{ attributionShare: 0.8, runCost: 12_000, oneOffCost: 60_000 },
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
    const reviews = [{ value: 5 }, { value: 7.32 }];
    show(aProposal({ data: { ...anomalies, reviewActual: 6, reviews } }));
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

  it('shows how a year was worked out: change, volume, value, share and run cost', async () => {
    show(aProposal({ data: { ...cycles, ...saved, annualBenefit: 96_000 } }));
    expect(await lines('Benefit')).toEqual([
      ...['换模时间', '-42.9 %', '10.5 分钟 → 6 分钟'],
      ...['Target 7 分钟: reached', 'Benefit a year', 'CNY 96,000'],
      'Hard saving',
      '(10.5 − 6) × 2,400 × 12.5 × 80 % − 12,000 = CNY 96,000',
      'Single cost CNY 60,000, not taken off the benefit a year',
    ]);
  });

  it.each([
    [
      'less than the arithmetic gives',
      { ...cycles, ...saved, annualBenefit: 90_000 },
      [
        '(10.5 − 6) × 2,400 × 12.5 × 80% − 12,000 = 96,000元',
        ...['核定值比测算值低6,000元', '一次性投入60,000元，不从年效益中扣减'],
      ],
    ],
    [
      'more than the arithmetic gives, where more of it is better',
      {
        ...{ baseline: 5.2, target: 5.8, actual: 5.98, annualVolume: 1000 },
        ...{ unitCost: 100, annualBenefit: 80_000 },
      },
      [
        '(5.98 − 5.2) × 1,000 × 100 × 100% − 0 = 78,000元',
        '核定值比测算值高2,000元',
      ],
    ],
    [
      'without volume and value',
      { attributionShare: 0.125, runCost: 800, annualBenefit: 4000 },
      ['变化中只计入12.5%', '已扣除年运行费用800元'],
    ],
  ])('says in Chinese what a figure is that is %s', async (_, data, said) => {
    show(aProposal({ data }), { language: 'zh-CN' });
    expect((await lines('效益')).slice(-said.length)).toEqual(said);
  });

  const inside = [9, 12, 9, 8];
  const outside = [5, 5, 6, 7, 6, 7, 6, 6];

  it.each([
    [
      ...['all inside the limits', 'en', inside, 0],
      [
        'Not distinguishable from noise: all measured values within the limits 5.18 to 15.82, and no 8 in a row on one side of the baseline mean',
        'Baseline: 6 values, mean 10.5; measured: 4 values, mean 9.5',
      ],
    ],
    [
      ...['outside them and in a row', 'en', outside, 2],
      [
        'Distinguishable from noise: measured values outside the limits 5.18 to 15.82: 2',
        'Distinguishable from noise: 8 measured values in a row on one side of the baseline mean',
        'Baseline: 6 values, mean 10.5; measured: 8 values, mean 6',
      ],
    ],
    [
      ...['all inside the limits', 'zh-CN', inside, 0],
      [
        '与偶然波动无法区分：实测值都在控制限5.18至15.82之内，也没有连续8个在基线均值同一侧',
        '基线6个数值，均值10.5；实测4个数值，均值9.5',
      ],
    ],
    [
      ...['outside them and in a row', 'zh-CN', outside, 2],
      [
        '差异显著：超出控制限5.18至15.82的实测值有2个',
        '差异显著：连续8个实测值在基线均值同一侧',
        '基线6个数值，均值10.5；实测8个数值，均值6',
      ],
    ],
  ] as [string, 'en' | 'zh-CN', number[], number, string[]][])(
    'draws single values that are %s, and judges them in %s',
    async (_, language, actualSeries, rings, said) => {
      const data = { ...cycles, actual: 9, actualSeries };
      show(aProposal({ data }), { language });
      const panel = language === 'en' ? 'Benefit' : '效益';
      expect((await lines(panel)).slice(-said.length)).toEqual(said);
      const name = language === 'en' ? /^XmR chart/ : /单值移动极差图/;
      const picture = screen.getByRole('img', { name });
      const radii = [...picture.querySelectorAll('circle')].map(one =>
        one.getAttribute('r'),
      );
      expect(radii).toHaveLength(6 + actualSeries.length);
      expect(radii.filter(radius => radius === '4')).toHaveLength(rings);
      expect(picture).toHaveTextContent('15.8210.55.18');
    },
  );

  it('says that a baseline is not steady, and draws nothing of too few values', async () => {
    const jump = [...Array<number>(8).fill(1), ...Array<number>(8).fill(9)];
    const data = { ...cycles, baselineSeries: jump, actual: 5 };
    show(aProposal({ data: { ...data, actualSeries: [5, 5, 5] } }));
    expect(await lines('Benefit')).toContain(
      'The baseline itself is not steady. Find out why before you rely on its limits.',
    );
    cleanup();
    show(aProposal({ data: { ...data, actualSeries: [] } }));
    expect(await lines('Benefit')).toHaveLength(4);
    expect(screen.queryByRole('img', { name: /^XmR chart/ })).toBeNull();
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
