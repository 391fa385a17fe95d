import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { app } from './App';
import { Persona } from './modules/signIn/persona';
import zh from './translation/shell.zh';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

const server = setupServer();
const AUTH = 'http://localhost:7007/api/auth/persona';

const people: Persona[] = [
  {
    ref: 'user:default/tang.ting',
    title: { en: 'Tang Ting', zh: 'TT' },
    role: { en: 'Warehouse clerk', zh: 'WC' },
    systems: [],
  },
  {
    ref: 'user:default/ma.jun',
    title: { en: 'Ma Jun', zh: 'MJ' },
    role: { en: 'Super user', zh: 'SU' },
    systems: [{ name: 'wms', title: { en: 'WMS', zh: 'WMS' }, role: 'lead' }],
  },
];

const config = {
  app: {
    title: 'Tech Bridge',
    baseUrl: 'http://localhost:3000',
    extensions: [
      {
        'api:app/app-language': {
          config: { availableLanguages: ['zh-CN', 'en'] },
        },
      },
    ],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

function start() {
  // The bundler puts the configuration here; it is not a text then.
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [{ context: 'test', data: config }] as unknown as string,
  };
  render(app.createRoot());
}

describe('App', () => {
  registerMswTestHooks(server);
  beforeEach(() => localStorage.clear());

  it('lists the people of the demo in both languages, and signs in as one', async () => {
    const signedInAs: (string | null)[] = [];
    server.use(
      http.get(`${AUTH}/people`, () => HttpResponse.json({ items: people })),
      http.get(`${AUTH}/refresh`, ({ request }) => {
        signedInAs.push(request.headers.get('x-persona'));
        return new HttpResponse(null, { status: 401 });
      }),
    );
    start();
    const tang = await screen.findByRole('button', { name: /Tang Ting/ });
    expect(tang).toHaveTextContent('Warehouse clerk');
    await userEvent.type(screen.getByRole('textbox'), 'wms');
    expect(screen.queryByRole('button', { name: /Tang Ting/ })).toBeNull();

    const [chinese] = screen.getByRole('group', { name: 'Language' }).children;
    await userEvent.click(chinese);
    expect(
      await screen.findByRole('heading', { name: zh['signIn.title'] }),
    ).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('zh-CN');

    await userEvent.click(screen.getByRole('button', { name: /MJ/ }));
    await waitFor(() => expect(signedInAs).toEqual(['user:default/ma.jun']));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'user:default/ma.jun',
    );
    expect(localStorage.getItem('tech-bridge.persona')).toBeNull();
  });

  it('offers the standard sign-in where there are no personas', async () => {
    server.use(
      http.get(`${AUTH}/people`, () => new HttpResponse(null, { status: 404 })),
    );
    start();
    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
  });
});
