import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { BridgeClient } from './BridgeClient';
import { BridgeError } from './BridgeError';

const BASE = 'http://bridge.test/api/bridge';
const edge = setupServer();
const client = new BridgeClient({
  discoveryApi: { getBaseUrl: async () => BASE },
  fetchApi: { fetch: (...call) => fetch(...call) },
});

beforeAll(() => edge.listen({ onUnhandledRequest: 'error' }));
afterEach(() => edge.resetHandlers());
afterAll(() => edge.close());

const system = { name: 'mes', title: { en: 'MES', zh: '制造执行' } };

const FILE_NAME = `attachment; filename="x.csv"; filename*=UTF-8''${encodeURIComponent(
  '优化提案-2025-12-31.csv',
)}`;

describe('BridgeClient', () => {
  it('asks as the endpoint table says', async () => {
    const seen: string[] = [];
    edge.use(
      http.all(`${BASE}/*`, async ({ request }) => {
        const { pathname, search } = new URL(request.url);
        const body = request.body ? await request.text() : '';
        const extra = ['authorization', 'if-match']
          .map(name => request.headers.get(name))
          .filter(Boolean);
        seen.push(
          [request.method, pathname.slice(11) + search, body, ...extra]
            .filter(Boolean)
            .join(' '),
        );
        return request.method === 'DELETE' && pathname.endsWith('/mes')
          ? new HttpResponse(null, { status: 204 })
          : HttpResponse.json(system, { headers: { etag: '"4"' } });
      }),
    );
    await client.listSystems({ q: '谁 MES', limit: 5, vacant: undefined });
    await client.getSystem('mes', { token: 't' });
    expect(await client.getSystemToEdit('mes')).toEqual({
      system,
      etag: '"4"',
    });
    const facts = {
      title: system.title,
      it: 'group:default/it',
      criticality: 'A' as const,
    };
    await client.createSystem({ ...facts, name: 'mes' });
    await client.updateSystem('mes', facts, { ifMatch: '"4"' });
    await client.endAppointment('mes', 'user:default/a');
    await client.listSuperUsers('mes', { at: 'now' });
    expect(await client.deleteSystem('mes')).toBeUndefined();
    expect(await client.getCatalogProjection('7', { token: 's' })).toEqual(
      system,
    );
    const json = JSON.stringify(facts);
    expect(seen).toEqual([
      'GET /systems?q=%E8%B0%81+MES&limit=5',
      'GET /systems/mes Bearer t',
      'GET /systems/mes',
      `POST /systems ${json.slice(0, -1)},"name":"mes"}`,
      `PUT /systems/mes ${json} "4"`,
      'DELETE /systems/mes/super-users/user%3Adefault%2Fa',
      'GET /systems/mes/super-users?at=now',
      'DELETE /systems/mes',
      'GET /catalog-projection?since=7 Bearer s',
    ]);
  });

  it('brings a file by the name that the bridge gives it', async () => {
    const seen: string[] = [];
    const names: HeadersInit[] = [{ 'content-disposition': FILE_NAME }, {}];
    edge.use(
      http.get(`${BASE}/export/:file`, ({ request }) => {
        seen.push(request.url.slice(BASE.length));
        return HttpResponse.text('键', { headers: names.shift() });
      }),
    );
    const query = { workflow: 'proposal', q: undefined };
    const { name, content } = await client.exportItems('csv', query);
    expect([name, content.size]).toEqual(['优化提案-2025-12-31.csv', 3]);
    const { name: other } = await client.exportItems('xlsx');
    expect(other).toBe('items.xlsx');
    expect(seen).toEqual([
      '/export/items.csv?workflow=proposal',
      '/export/items.xlsx',
    ]);
  });

  it.each([
    [
      409,
      { code: 'second-lead', params: { user: 'u', from: 'a', until: 'b' } },
      'second-lead',
    ],
    [404, { message: 'from a proxy' }, 'route-not-found'],
    [401, undefined, 'unauthenticated'],
    [502, undefined, 'internal'],
    [500, { code: 'toString' }, 'internal'],
  ])('turns an answer %i into a refusal', async (status, error, code) => {
    edge.use(
      http.get(`${BASE}/clock`, () =>
        error
          ? HttpResponse.json({ error }, { status })
          : new HttpResponse('<html>', { status }),
      ),
    );
    const refusal = await client.getClock().catch(problem => problem);
    expect(refusal).toBeInstanceOf(BridgeError);
    expect(refusal.code).toBe(code);
    expect(refusal.message).not.toMatch(/\{\w+\}/);
    expect(refusal.inLanguage('zh').message).toMatch(/\p{Script=Han}/u);
  });
});
