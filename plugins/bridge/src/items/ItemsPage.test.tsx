import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aProposal, aRow, itemsOf } from '../testing/itemSamples';
import { renderPage } from '../testing/renderPage';
import { aSystem, aUser } from '../testing/samples';
import { feedbackStates } from '../testing/workflowSamples';
import zh from '../translation/items.zh';

const server = setupServer();
const overdue = aRow({ dueAt: '2025-12-30T01:00:00.000Z' });
const done = aRow({
  key: 'FB-0411',
  title: 'Scanner loses counts',
  state: feedbackStates.converted,
  dueAt: '2025-12-30T01:00:00.000Z',
  assignees: [],
});

/** Notes what was asked, and answers two pages. */
function listen() {
  const asked: string[] = [];
  server.use(
    http.get(at('/items'), ({ request }) => {
      const { search, searchParams } = new URL(request.url);
      asked.push(search);
      return HttpResponse.json(
        searchParams.has('cursor')
          ? pageOf([overdue, aProposal()])
          : { ...pageOf([overdue, done], 'next'), total: '1000+' },
      );
    }),
    ...itemsOf(),
    ...bridgeOf(aSystem({ name: 'mes' })),
  );
  return asked;
}

const rows = () => screen.findByRole('list', { name: 'Work items found' });

describe('ItemsPage', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('lists items with state, system, whose turn it is and due time, page by page', async () => {
    const asked = listen();
    renderPage('/items', { entities: [aUser('ma.jun', '马俊', 'Ma Jun')] });
    const [first, second] = within(await rows()).getAllByRole('listitem');
    expect(
      within(first).getByRole('link', {
        name: 'Scanner drops off the network',
      }),
    ).toHaveAttribute('href', '/items/FB-0405');
    await waitFor(() =>
      expect(first).toHaveTextContent(
        /FB-0405 · Feedback · tang.ting.*Waiting to be taken up.*wms.*Waits for Ma Jun.*Overdue since 30 Dec 2025/,
      ),
    );
    expect(second).toHaveTextContent(/Became a proposal.*Changed 28 Dec 2025/);
    expect(screen.getByText('More than 1000 items')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(
      await screen.findByRole('link', {
        name: 'Scanner keeps its data while offline',
      }),
    ).toBeInTheDocument();
    expect(within(await rows()).getAllByRole('listitem')).toHaveLength(3);
    expect(asked).toEqual([
      '?order=-updatedAt',
      '?order=-updatedAt&cursor=next',
    ]);
  });

  it('filters, orders and searches in the address', async () => {
    const asked = listen();
    renderPage('/items?since=2025-12-01');
    await rows();
    const press = async (name: string) =>
      userEvent.click(await screen.findByRole('button', { name }));
    const last = (...parts: string[]) =>
      waitFor(() =>
        expect(asked.at(-1)?.slice(1).split('&').sort()).toEqual(
          ['since=2025-12-01', ...parts].sort(),
        ),
      );
    await last('order=-updatedAt');
    await press('Feedback');
    await press('Open');
    await press('Assigned to me');
    await last(
      'order=-updatedAt',
      'workflow=feedback',
      'open=true',
      'assignee=user%3Adefault%2Ftang.ting',
    );
    await press('Assigned to me');
    await press('Made by me');
    await userEvent.click(screen.getByLabelText('State: Any state'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'In progress' }),
    );
    await userEvent.click(screen.getByLabelText('System'));
    await userEvent.click(await screen.findByRole('option', { name: 'MES' }));
    await userEvent.click(screen.getByLabelText('Order: Changed last'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Due first' }),
    );
    await last(
      'order=dueAt',
      'workflow=feedback',
      'open=true',
      'createdBy=user%3Adefault%2Ftang.ting',
      'state=inProgress',
      'system=mes',
    );
    await press('mes');
    await press('Optimization proposal');
    await press('Open');
    await press('Made by me');
    await userEvent.keyboard('/');
    await userEvent.keyboard('换模');
    await last('order=dueAt', 'workflow=proposal', `q=${encodeURI('换模')}`);
    await press('Since 1 Dec 2025');
    await waitFor(() => expect(asked.at(-1)).not.toContain('since'));
  });

  it('says what to try when nothing is found, when it fails, and when one may not look', async () => {
    listen();
    server.use(http.get(at('/items'), () => HttpResponse.json(pageOf([]))));
    renderPage('/items?q=zzz&open=true');
    expect(
      await screen.findByText('Nothing found for “zzz”'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    server.use(http.get(at('/items'), () => refusal('unavailable')));
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear the search' })[0],
    );
    expect(
      await screen.findByText('The work items could not be loaded'),
    ).toBeInTheDocument();
    server.use(http.get(at('/items'), () => refusal('not-allowed')));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('reads in Chinese', async () => {
    listen();
    renderPage('/items', { language: 'zh-CN' });
    expect(
      await screen.findByRole('heading', { name: zh['page.title'] }),
    ).toBeInTheDocument();
    const list = await screen.findByRole('list', { name: zh['list.label'] });
    expect(list).toHaveTextContent('待受理');
    expect(
      await screen.findByRole('button', { name: '优化提案' }),
    ).toBeVisible();
  });
});
