import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Leaderboard } from '@techbridge/plugin-bridge-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aLeaderboard, aPlace } from '../testing/recognitionSamples';
import { renderPage } from '../testing/renderPage';
import zh from '../translation/recognition.zh';

const server = setupServer();

/** Answers with one leaderboard, and notes which was asked for. */
function listen(leaderboard: Leaderboard) {
  const asked: string[] = [];
  server.use(
    ...bridgeOf(),
    http.get(at('/seasons'), () =>
      HttpResponse.json(
        pageOf([
          { id: '2025-Q4', current: true },
          { id: '2025-Q3', current: false },
        ]),
      ),
    ),
    http.get(at('/leaderboards/:board'), ({ request, params }) => {
      asked.push(params.board + new URL(request.url).search);
      return HttpResponse.json(leaderboard);
    }),
  );
  return asked;
}

const places = async () =>
  within(
    await screen.findByRole('list', { name: 'The first places' }),
  ).getAllByRole('listitem');

describe('leaderboards', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('honours the first places, and leads to where the points come from', async () => {
    listen(
      aLeaderboard({
        items: [
          aPlace(1, 'chen.zhiyuan', '陈志远 Chen Zhiyuan', 130),
          aPlace(2, 'tang.ting', '唐婷 Tang Ting', 65),
          aPlace(2, 'ma.jun', '马俊 Ma Jun', 65),
          {
            ...aPlace(4, 'x', 'Guest', 1),
            person: { ref: 'user:plant/x', name: 'Guest' },
          },
        ],
      }),
    );
    renderPage('/leaderboards');
    const [first, second, third, fourth] = await places();
    expect(within(first).getByRole('img', { name: 'Place 1' })).toBeVisible();
    expect(
      within(first).getByRole('link', { name: 'Chen Zhiyuan' }),
    ).toHaveAttribute('href', '/people/chen.zhiyuan/contributions');
    expect(first).toHaveTextContent('130 points');
    expect(await within(second).findByText('You')).toBeInTheDocument();
    expect(within(third).getByLabelText('Place 2')).toBeInTheDocument();
    expect(fourth).toHaveTextContent('1 point');
    expect(within(fourth).getByRole('link')).toHaveAttribute(
      'href',
      '/people/user%3Aplant%2Fx/contributions',
    );
    expect(
      screen.getByText(/only from outcomes that somebody else confirmed/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Your standing')).toBeNull();
  });

  it.each([
    [
      { points: 12, rank: 14, toNext: 3 },
      ['Place 14', '12 points', '3 points to the next place'],
    ],
    [
      { points: 130, rank: 1, toNext: null },
      ['Place 1', '130 points', 'Nobody stands before you.'],
    ],
    [{ points: 0, rank: null, toNext: null }, ['No points in this season yet']],
  ])('shows one’s own standing to nobody else: %j', async (me, sentences) => {
    listen(aLeaderboard({ me }));
    renderPage('/leaderboards');
    const panel = await screen.findByRole('region', { name: 'Your standing' });
    expect(panel).toHaveTextContent('Only you see this.');
    sentences.forEach(sentence => expect(panel).toHaveTextContent(sentence));
    expect(
      await within(panel).findByRole('link', { name: 'My contributions' }),
    ).toHaveAttribute('href', '/people/tang.ting/contributions');
  });

  it('chooses season and dimension, and keeps them in the address', async () => {
    const asked = listen(aLeaderboard());
    renderPage('/leaderboards?board=technical', { language: 'zh-CN' });
    expect(
      await screen.findByRole('tab', { name: zh['dimension.technical'] }),
    ).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(
      screen.getByRole('tab', { name: zh['dimension.culture'] }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: `${zh['season.label']}: 2025 年第 4 季度（本期）`,
      }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: '2025 年第 3 季度' }),
    );
    await waitFor(() =>
      expect(asked).toEqual(['technical', 'culture', 'culture?season=2025-Q3']),
    );
  });

  it('says so when nobody has points, when it fails, and when one may not look', async () => {
    listen(aLeaderboard({ items: [] }));
    server.use(
      http.get(at('/leaderboards/:board'), () => refusal('unavailable'), {
        once: true,
      }),
    );
    const { unmount } = renderPage('/leaderboards');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('Nobody has points here yet'),
    ).toBeInTheDocument();
    unmount();

    server.use(
      http.get(at('/leaderboards/:board'), () => refusal('not-allowed')),
    );
    renderPage('/leaderboards');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
