import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../../testing/fakeBridge';
import { aFeedback, aRow, itemsOf } from '../../testing/itemSamples';
import { renderPage } from '../../testing/renderPage';
import { aSystem, aUser } from '../../testing/samples';
import { feedbackStates } from '../../testing/workflowSamples';
import zh from '../../translation/lists.zh';

const server = setupServer();
const soon = {
  dueAt: '2025-12-31T06:00:00.000Z',
  due: { standing: 'soon' as const, working: true, minutesLeft: 250 },
};

/** Notes what was asked; acts as the bridge would. */
function listen() {
  const asked: URLSearchParams[] = [];
  let state = feedbackStates.reported;
  const item = () =>
    aFeedback({
      ...{ ...soon, state, rev: state.id === 'reported' ? 1 : 2 },
      actions: aFeedback().actions.map(action =>
        action.id === 'acknowledge'
          ? { ...action, leadsTo: 'inProgress' }
          : action,
      ),
    });
  server.use(
    http.get(at('/items'), ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams);
      if (searchParams.get('open') === 'false' && !searchParams.has('state')) {
        return HttpResponse.json({ ...pageOf([]), total: '1000+' });
      }
      if (searchParams.has('cursor')) {
        return HttpResponse.json(pageOf([aRow({ key: 'FB-0500', state })]));
      }
      return searchParams.get('state') === state.id
        ? HttpResponse.json({ ...pageOf([item()], 'next'), total: 21 })
        : HttpResponse.json(pageOf([]));
    }),
    http.get(at('/items/FB-0405'), () => HttpResponse.json(item())),
    http.post(at('/items/FB-0405/actions/acknowledge'), () => {
      state = feedbackStates.inProgress;
      return HttpResponse.json(item());
    }),
    ...itemsOf(),
    ...bridgeOf(aSystem({ name: 'wms' })),
  );
  return asked;
}

const column = (name: string) => screen.findByRole('region', { name });

describe('The board by state', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('has a column for each state, by phase, with its number, its pages and how due times stand', async () => {
    const asked = listen();
    renderPage(
      '/items?view=board&workflow=feedback&state=declined&open=false',
      {
        entities: [aUser('ma.jun', '马俊', 'Ma Jun')],
      },
    );
    const first = await column('Waiting to be taken up');
    expect(
      await within(first).findByRole('heading', {
        name: 'Waiting to be taken up: 21',
      }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(within(first).getByRole('listitem')).toHaveTextContent(
        /Scanner drops off the network.*FB-0405 · wms · Ma Jun.*Due 31 Dec 2025.*4 hours of working time left/,
      ),
    );
    const second = await column('In progress');
    expect(await within(second).findByText('Nothing here')).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Ended (1000+)' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Became a proposal' }),
    ).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: /Show what has ended/ }),
    );
    expect(await column('Became a proposal')).toBeInTheDocument();

    await userEvent.click(
      within(first).getByRole('button', { name: /Show more/ }),
    );
    await waitFor(() =>
      expect(within(first).getAllByRole('listitem')).toHaveLength(2),
    );
    const states = asked.map(query => query.get('state'));
    expect(new Set(states.filter(Boolean)).size).toBeGreaterThan(2);
    expect(asked.every(query => query.get('workflow') === 'feedback')).toBe(
      true,
    );
  });

  it('moves a card by an action of its workflow, with the keyboard alone', async () => {
    listen();
    renderPage('/items?view=board&workflow=feedback');
    const menu = await screen.findByRole('button', {
      name: 'Actions of FB-0405',
    });
    menu.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(
        screen.getAllByRole('menuitem').map(({ textContent }) => textContent),
      ).toEqual([
        'Take up',
        'Solved on the spot',
        'Turn into a proposal',
        'Open',
      ]),
    );
    await userEvent.keyboard('{End}{Home}{Enter}');
    const dialog = await screen.findByRole('dialog', { name: /Take up/ });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take up' }),
    );
    const second = await column('In progress');
    expect(
      await within(second).findByText('Scanner drops off the network'),
    ).toBeInTheDocument();
    await waitFor(async () =>
      expect(
        within(await column('Waiting to be taken up')).queryByText(
          'Scanner drops off the network',
        ),
      ).toBeNull(),
    );
  });

  it('moves a dragged card where exactly one action leads, and else says so', async () => {
    listen();
    renderPage('/items?view=board&workflow=feedback');
    const dragTo = async (name: string) => {
      const card = await within(
        await column('Waiting to be taken up'),
      ).findByRole('listitem');
      fireEvent.dragStart(card);
      const target = await column(name);
      fireEvent.dragOver(target);
      fireEvent.drop(target);
    };
    await dragTo('Waiting for confirmation');
    expect(
      await screen.findByText(
        /No action of yours leads FB-0405 to “Waiting for confirmation” now/,
      ),
    ).toBeInTheDocument();
    await dragTo('In progress');
    const dialog = await screen.findByRole('dialog', { name: /Take up/ });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take up' }),
    );
    expect(
      await within(await column('In progress')).findByText(
        'Scanner drops off the network',
      ),
    ).toBeInTheDocument();
  });

  it('asks for a kind, says what failed, and reads in Chinese', async () => {
    listen();
    server.use(http.get(at('/items'), () => refusal('unavailable')));
    renderPage('/items?view=board', { language: 'zh-CN' });
    expect(await screen.findByText(zh['board.choose'])).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: '问题反馈' }),
    );
    expect(await screen.findAllByText(zh['board.failed'])).not.toHaveLength(0);
    await userEvent.click(
      screen.getByRole('button', { name: zh['view.list'] }),
    );
    expect(screen.queryByText(zh['board.failed'])).toBeNull();
  });
});

describe('Saved filters', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('are kept by name, chosen again, and deleted', async () => {
    listen();
    const address = { workflow: 'feedback', overdue: 'true', order: 'dueAt' };
    let kept = [{ id: 7, name: 'Late', address }];
    const sent: unknown[] = [];
    server.use(
      http.get(at('/filters'), () => HttpResponse.json(pageOf(kept))),
      http.post(at('/filters'), async ({ request }) => {
        sent.push(await request.json());
        if (sent.length === 1) {
          return refusal('filter-name-taken', { params: { name: 'Late' } });
        }
        const saved = {
          id: 8,
          name: 'Mine',
          address: { mine: 'true' } as never,
        };
        kept = [...kept, saved];
        return HttpResponse.json(saved, { status: 201 });
      }),
      http.delete(at('/filters/7'), () => {
        kept = kept.filter(({ id }) => id !== 7);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    renderPage('/items?mine=true');
    const press = async (name: string | RegExp) =>
      userEvent.click(await screen.findByRole('button', { name }));
    await press('Save filter');
    await userEvent.type(await screen.findByLabelText(/^Name/), 'Late');
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You have saved a filter called “Late” already.',
    );
    await userEvent.clear(screen.getByLabelText(/^Name/));
    await userEvent.type(screen.getByLabelText(/^Name/), 'Mine');
    await press('Save');
    expect(
      await screen.findByRole('button', { name: 'Mine', pressed: true }),
    ).toBeInTheDocument();
    expect(sent[1]).toEqual({ name: 'Mine', address: { mine: 'true' } });

    await press('Late');
    expect(
      await screen.findByRole('button', { name: 'Overdue', pressed: true }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Made by me', pressed: false }),
    ).toBeInTheDocument();
    await press('Delete “Late”');
    await press('Delete');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Late' })).toBeNull(),
    );
    expect(screen.getByRole('button', { name: 'Mine' })).toBeInTheDocument();
  });
});
