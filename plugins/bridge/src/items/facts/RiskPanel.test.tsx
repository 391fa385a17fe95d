import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { bridgeOf } from '../../testing/fakeBridge';
import { aProposal } from '../../testing/itemSamples';
import { Reader, renderCard } from '../../testing/renderPage';
import { aSystemEntity } from '../../testing/samples';
import { proposalWorkflow } from '../../testing/workflowSamples';
import { RiskPanel } from './RiskPanel';
import { riskOf } from './riskOf';

const server = setupServer();

// 30 July in Shanghai, still the 29th in London.
const createdAt = '2025-07-29T23:20:00.000Z';
const data = { probability: 4, impact: 4, firstIncidentAt: '2025-08-05' };

describe('a risk report', () => {
  it.each([
    ['counts days of the plant, not hours', createdAt, '2025-08-05', 6],
    ['on the very day', '2025-08-05T15:59:00.000Z', '2025-08-05', 0],
    ['after it has happened', '2025-08-07T01:00:00.000Z', '2025-08-05', -2],
    ['over the end of a year', '2025-12-31T01:00:00.000Z', '2026-01-02', 2],
  ])('warned %s', (_, reported, firstIncidentAt, leadDays) => {
    const item = { data: { firstIncidentAt }, createdAt: reported };
    expect(riskOf(item, 'Asia/Shanghai')).toEqual({ leadDays });
  });

  it('has a priority once it is assessed', () => {
    const rated = { probability: 2, impact: 5 };
    expect(riskOf({ data: rated, createdAt }, 'Asia/Shanghai')).toEqual({
      priority: { value: 10, ...rated },
    });
  });

  describe('shows', () => {
    registerMswTestHooks(server);
    afterEach(() => localStorage.clear());

    const show = (kind: string, reader: Reader = {}) => {
      server.use(...bridgeOf());
      const item = { ...aProposal({ data }), createdAt };
      const workflow = { ...proposalWorkflow, kind };
      renderCard(
        <>
          <RiskPanel item={item} workflow={workflow} />
          <p>Shown</p>
        </>,
        aSystemEntity('aps'),
        reader,
      );
    };

    it.each([
      [
        'en' as const,
        ['Risk', 'Priority', '16', 'Likely 4 × bad 4, of 25', '6 days'],
        'From the day of the report to the first incident',
      ],
      [
        'zh-CN' as const,
        ['风险', '优先级', '16', '可能性4 × 影响程度4，满分25', '6天'],
        '从上报当日到首次发生当日',
      ],
    ])(
      'its figures and their formulas in %s',
      async (language, words, line) => {
        show('RiskReport', { language });
        for (const text of [...words, line]) {
          expect(await screen.findByText(text)).toBeVisible();
        }
      },
    );

    it('nothing of the kind on other items', async () => {
      show('Proposal');
      expect(await screen.findByText('Shown')).toBeVisible();
      expect(screen.queryByText('16')).toBeNull();
    });
  });
});
