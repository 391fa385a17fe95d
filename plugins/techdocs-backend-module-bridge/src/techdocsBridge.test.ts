import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
import request from 'supertest';
import techdocsBridge from '.';

const MINUTE = 60_000;

/** A bridge that knows one case, and the statuses with which it answered. */
function bridgeWith(text: () => string) {
  const statuses: number[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'bridge',
    register(env) {
      env.registerInit({
        deps: { router: coreServices.httpRouter },
        async init({ router }) {
          router.use((req, res) => {
            res.on('finish', () => statuses.push(res.statusCode));
            const etag = String(text().length);
            if (req.path !== '/cases/kc-014/documents') {
              res.status(404).end();
              return;
            }
            res.setHeader('ETag', `"${etag}"`);
            res.json({
              etag,
              files: [
                { path: 'mkdocs.yml', text: 'theme: { language: zh }' },
                { path: 'docs/index.md', text: text() },
                { path: 'docs/图/1.png', base64: 'iVA=' },
              ],
            });
          });
        },
      });
    },
  });
  return { plugin, statuses };
}

const caseEntity = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    uid: name,
    name,
    title: '扫码枪重连',
    annotations: {
      'backstage.io/techdocs-ref': `url:http://localhost:3000/cases/${name}`,
    },
  },
});

describe('a case in TechDocs', () => {
  const published = createMockDirectory();
  afterEach(() => jest.restoreAllMocks());

  async function start(plugin: ReturnType<typeof bridgeWith>['plugin']) {
    const { server } = await startTestBackend({
      features: [
        techdocsBackend,
        techdocsBridge,
        plugin,
        catalogServiceMock.factory({
          entities: ['kc-014', 'kc-404'].map(caseEntity),
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            techdocs: {
              builder: 'local',
              publisher: {
                type: 'local',
                local: { publishDirectory: published.path },
              },
            },
          },
        }),
      ],
    });
    const api = request(server);
    return {
      sync: async (name = 'kc-014') =>
        (await api.get(`/api/techdocs/sync/default/resource/${name}`)).text,
      open: (path: string) =>
        api.get(`/api/techdocs/static/docs/default/resource/kc-014/${path}`),
      metadata: async () =>
        (
          await api.get(
            '/api/techdocs/metadata/techdocs/default/resource/kc-014',
          )
        ).body,
    };
  }

  it('is built when it is read, and again when it has changed', async () => {
    let text = '# 现象\n\n![扫码枪](图/1.png)';
    const { plugin, statuses } = bridgeWith(() => text);
    const techdocs = await start(plugin);
    const now = jest.spyOn(Date, 'now');
    const begin = Date.now();

    expect(await techdocs.sync()).toContain('data: {"updated":true}');
    const page = await techdocs.open('index.html');
    expect(page.text).toContain(
      '<article class="md-content__inner md-typeset">',
    );
    expect(page.text).toContain('现象');
    const image = await techdocs.open(encodeURI('图/1.png'));
    expect(image.body).toEqual(Buffer.from([137, 80]));
    expect(image.headers['content-type']).toBe('image/png');
    const [styles] = /assets\/.*\.css/.exec(page.text) ?? [];
    expect((await techdocs.open(`${styles}`)).headers['content-type']).toMatch(
      /^text\/css/,
    );
    expect(await techdocs.metadata()).toMatchObject({
      site_name: '扫码枪重连',
      etag: String(text.length),
    });

    now.mockReturnValue(begin + 2 * MINUTE);
    expect(await techdocs.sync()).toContain('data: {"updated":false}');
    expect(statuses).toEqual([200, 304]);

    text += '\n\n现已解决';
    now.mockReturnValue(begin + 4 * MINUTE);
    expect(await techdocs.sync()).toContain('data: {"updated":true}');
    expect((await techdocs.open('index.html')).text).toContain('现已解决');
    expect(statuses).toEqual([200, 304, 200]);
  });

  it('says when there is no such case', async () => {
    const { plugin } = bridgeWith(() => '');
    const techdocs = await start(plugin);
    expect(await techdocs.sync('kc-404')).toContain(
      'event: error\ndata: "There is no published case kc-404"',
    );
  });
});
