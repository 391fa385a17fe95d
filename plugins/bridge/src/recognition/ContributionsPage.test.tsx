import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Contribution, Dimension } from '@techbridge/plugin-bridge-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aContribution } from '../testing/recognitionSamples';
import { renderCard, renderPage } from '../testing/renderPage';
import { aUser } from '../testing/samples';
import { ContributionsCard } from './ContributionsCard';

const server = setupServer();
const wang = aUser('wang.haiyan', '王海燕', 'Wang Haiyan');

const SUMS: Record<Dimension, number> = {
  technical: 0,
  business: 130,
  culture: 5,
};

/** Answers with some contributions, and notes what the list asked for. */
function listen(...contributions: Contribution[]) {
  const asked: string[] = [];
  server.use(
    ...bridgeOf(),
    http.get(at('/seasons'), () =>
      HttpResponse.json(pageOf([{ id: '2025-Q2', current: false }])),
    ),
    http.get(at('/people/:user/contributions'), ({ request, params }) => {
      const { searchParams } = new URL(request.url);
      const dimension = searchParams.get('dimension') as Dimension | null;
      const sum = dimension
        ? SUMS[dimension]
        : SUMS.technical + SUMS.business + SUMS.culture;
      if (searchParams.get('limit') !== '1') {
        asked.push(`${params.user}?${searchParams}`);
      }
      const cursor = searchParams.has('cursor') ? null : 'next';
      const items = cursor ? contributions.slice(0, 2) : contributions.slice(2);
      return HttpResponse.json({
        ...pageOf(items, contributions.length > 2 ? cursor : null),
        sum,
      });
    }),
  );
  return asked;
}

const lines = async () =>
  within(
    await screen.findByRole('list', { name: 'Where the points come from' }),
  ).getAllByRole('listitem');

describe('contributions of a person', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('shows how points spread, and leads from each to its source', async () => {
    const asked = listen(
      aContribution(),
      aContribution({ id: '2', points: -10, dimension: 'culture' }),
      aContribution({ id: '3', source: { key: 'FB-0312', title: 'Later' } }),
    );
    renderPage('/people/wang.haiyan/contributions', { entities: [wang] });
    expect(
      await screen.findByRole('heading', {
        name: 'Contributions of Wang Haiyan',
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('img', {
        name: 'Points by dimension. Technical: 0 · Business: 130 · Culture: 5',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('135 points')).toBeInTheDocument();

    const [earned, taken] = await lines();
    expect(earned).toHaveTextContent('+10Proposal adopted');
    expect(earned).toHaveTextContent(
      '22 May 2025 · Business · Confirmed by Zhou Qiming',
    );
    expect(
      within(earned).getByRole('link', {
        name: 'OP-2025-018 Dynamic bulk-purchase threshold',
      }),
    ).toHaveAttribute('href', '/items/OP-2025-018');
    expect(taken).toHaveTextContent('−10');

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(
      await screen.findByRole('link', { name: 'FB-0312 Later' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Culture' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Season: All seasons' }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: '2025, quarter 2' }),
    );
    await waitFor(() =>
      expect(asked.at(-1)).toBe(
        'user:default/wang.haiyan?season=2025-Q2&dimension=culture',
      ),
    );
  });

  it('says what points are for when there are none, and when one may not look', async () => {
    listen();
    const { unmount } = renderPage('/people/wang.haiyan/contributions', {
      language: 'zh-CN',
      entities: [wang],
    });
    expect(await screen.findByText('还没有积分')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: '王海燕的贡献记录' }),
    ).toBeInTheDocument();
    unmount();
    localStorage.clear();

    server.use(
      http.get(at('/people/:user/contributions'), () => refusal('not-allowed')),
    );
    renderPage('/people/user%3Aplant%2Fx/contributions');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
    expect(
      screen.queryByRole('region', { name: 'Points by dimension' }),
    ).toBeNull();
  });

  it('stands on the page of the person', async () => {
    const asked = listen(aContribution());
    renderCard(<ContributionsCard />, wang);
    expect(
      await screen.findByRole('link', { name: /^OP-2025-018/ }),
    ).toBeInTheDocument();
    expect(asked).toEqual(['user:default/wang.haiyan?limit=3']);
    expect(
      screen.getByRole('link', { name: 'All contributions' }),
    ).toHaveAttribute('href', '/people/wang.haiyan/contributions');
  });
});
