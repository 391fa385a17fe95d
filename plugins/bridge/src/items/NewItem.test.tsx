import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aFeedback, itemsOf } from '../testing/itemSamples';
import { renderPage } from '../testing/renderPage';
import { feedbackStates } from '../testing/workflowSamples';
import { aStaffedSystem, aSuperUser, aSystem } from '../testing/samples';
import zh from '../translation/newItem.zh';
import zhTerms from '../translation/terms.zh';

const server = setupServer();
const wms = aStaffedSystem([aSuperUser()]);

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const similar = {
  ...{ key: 'FB-0102', title: 'Scanner drops off' },
  state: feedbackStates.converted,
  decidedAt: '2025-12-16T01:00:00.000Z',
  facts: { impact: 'slow', words: 'With the new scanners.' },
};

describe('New items', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('tells what was decided of the like, why, and what would reopen it', async () => {
    const asked: string[] = [];
    server.use(
      http.get(at('/items/similar'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(pageOf([similar]));
      }),
      ...itemsOf(),
      ...bridgeOf(wms),
    );
    renderPage('/new/feedback?system=wms');
    const title = await screen.findByLabelText(/^What is wrong\?/);
    expect(screen.queryByText('The like was decided before')).toBeNull();
    await userEvent.type(title, 'Scanner drops');
    const hint = await screen.findByText('The like was decided before');
    const told = hint.closest('[role="status"]');
    await waitFor(() =>
      expect(told).toHaveTextContent(
        /FB-0102 Scanner drops off · Became a proposal on 16 Dec 2025.*Work is slower.*With the new scanners\./,
      ),
    );
    expect(screen.getByRole('link', { name: /FB-0102/ })).toHaveAttribute(
      'href',
      '/items/FB-0102',
    );
    expect(asked.at(-1)).toBe(
      '?workflow=feedback&title=Scanner+drops&system=system%3Adefault%2Fwms',
    );
  });

  it('tells so once more on the page of the new item', async () => {
    const asked: string[] = [];
    server.use(
      http.get(at('/items/similar'), ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('except') ?? '');
        return HttpResponse.json(pageOf([similar]));
      }),
      ...itemsOf(aFeedback()),
      ...bridgeOf(wms),
    );
    renderPage('/items/FB-0405');
    expect(
      await screen.findByText('The like was decided before'),
    ).toBeInTheDocument();
    expect(asked).toContain('FB-0405');
  });

  it('is kept private by a tick, where the workflow lets the reporter choose', async () => {
    const sent: unknown[] = [];
    server.use(
      ...itemsOf(aFeedback({ private: true, mayChangePrivacy: true })),
      ...bridgeOf(wms),
      http.post(at('/items'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aFeedback(), { status: 201 });
      }),
      http.post(at('/items/FB-0405/privacy'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aFeedback({ rev: 2 }));
      }),
    );
    renderPage('/new/feedback?system=wms');
    const title = await screen.findByLabelText(/^What is wrong\?/);
    await userEvent.type(title, 'A near miss');
    await userEvent.click(screen.getByLabelText('Work is slower'));
    const tick = screen.getByRole('checkbox', { name: 'Private' });
    expect(tick).not.toBeChecked();
    expect(tick).toHaveAccessibleDescription(/those who see to it/);
    await userEvent.click(tick);
    await press('Send');
    expect(await screen.findByText('Private')).toBeInTheDocument();
    expect(sent).toMatchObject([{ workflow: 'feedback', private: true }]);

    await press('Open up to everybody');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Open up to everybody' }),
    );
    await waitFor(() => expect(screen.queryByText('Private')).toBeNull());
    expect(sent[1]).toEqual({ private: false, rev: 1 });
  });

  it('reports a problem with a system in four fields, and says who answers', async () => {
    const sent: unknown[] = [];
    server.use(
      ...itemsOf(aFeedback()),
      ...bridgeOf(wms, aSystem({ name: 'mes' })),
      http.post(at('/items'), async ({ request }) => {
        sent.push(await request.json());
        return sent.length === 1
          ? refusal('invalid-input', {
              fields: [
                { path: 'data.title', code: 'not-plain-text' },
                { path: 'workflow', code: 'required' },
              ],
            })
          : HttpResponse.json(aFeedback(), { status: 201 });
      }),
    );
    renderPage('/new/feedback?system=wms');
    expect(
      await screen.findByRole('heading', { name: 'Report a problem' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Your super user now')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Ma Jun' }),
    ).toBeInTheDocument();
    const title = await screen.findByLabelText(/^What is wrong\?/);
    expect(title).toHaveAccessibleDescription('One sentence is enough.');
    expect(screen.getByLabelText(/^In which system\?/)).toHaveValue('wms');
    expect(screen.queryByLabelText(/Picture/)).toBeNull();

    await press('Send');
    expect(title).toHaveAccessibleDescription('Enter a value.');
    expect(title).toHaveFocus();
    expect(
      screen.getByRole('group', { name: /Does production suffer/ }),
    ).toHaveAccessibleDescription('Enter a value.');

    await userEvent.type(title, 'Scanner drops off');
    await userEvent.click(screen.getByLabelText('Work is slower'));
    await press('Send');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('workflow: Enter a value.');
    expect(title).toHaveAccessibleDescription(
      'This holds invisible or broken characters. Type it anew.',
    );
    await press('Send');
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Scanner drops off the network',
      }),
    ).toBeInTheDocument();
    expect(sent[1]).toEqual({
      workflow: 'feedback',
      data: {
        title: 'Scanner drops off',
        system: 'system:default/wms',
        impact: 'slow',
      },
    });
  });

  it('finds the system, and names the IT owner where nobody is appointed', async () => {
    server.use(...itemsOf(), ...bridgeOf(aSystem({ name: 'mes' })));
    renderPage('/new/feedback');
    await userEvent.click(await screen.findByLabelText(/^In which system\?/));
    await userEvent.click(await screen.findByRole('option', { name: /MES/ }));
    expect(
      await screen.findByText(/Nobody is appointed; the IT owner is asked/),
    ).toHaveTextContent('IT');
  });

  it('shows what can be begun, and what only comes out of other items', async () => {
    server.use(...itemsOf(), ...bridgeOf());
    renderPage('/new');
    const cards = await screen.findAllByRole('link', {
      name: /^(Feedback|Optimization)/,
    });
    expect(cards.map(card => card.getAttribute('href'))).toEqual([
      '/new/feedback',
      '/new/proposal',
    ]);
    expect(screen.queryByRole('link', { name: /^Requirement/ })).toBeNull();
  });

  it('explains a form that does not exist, and one that may not be sent', async () => {
    server.use(...itemsOf(), ...bridgeOf());
    renderPage('/new/requirement', { allowed: false });
    expect(
      await screen.findByText('Items of this kind are not made by hand'),
    ).toBeInTheDocument();
  });

  it('reads in Chinese, and says who may not report', async () => {
    server.use(
      ...itemsOf(),
      ...bridgeOf(),
      http.get(at('/items'), () => HttpResponse.json(pageOf([]))),
    );
    renderPage('/new/feedback', { language: 'zh-CN', allowed: false });
    expect(
      await screen.findByRole('heading', {
        name: zhTerms['item.reportProblem'],
      }),
    ).toBeInTheDocument();
    expect(await screen.findByLabelText(/^出了什么问题/)).toBeInTheDocument();
    expect(screen.getByLabelText('停线')).toBeInTheDocument();
    const send = screen.getByRole('button', { name: zh.submit });
    await waitFor(() =>
      expect(send).toHaveAccessibleDescription(zhTerms.notAllowed),
    );
  });
});
