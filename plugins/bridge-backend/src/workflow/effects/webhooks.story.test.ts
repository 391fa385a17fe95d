import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { JournalEntry, WorkflowReport } from '@techbridge/plugin-bridge-common';
import { createHmac } from 'crypto';
import { readFileSync } from 'fs';
import { Knex } from 'knex';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { AddressInfo } from 'net';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
} from '../../testing/startBridgeForTest';
import { inThisFolder } from '../testing/assembly';
import { TestPeople } from '../testing/TestPeople';

jest.setTimeout(60_000);

const ORIGIN = 'https://mes.plant.example';
const CLERK = 'he.jing';
const FOLDER = inThisFolder('webhooks');
const ORDER = readFileSync(`${FOLDER}/order.yaml`, 'utf8');

interface Received {
  headers: Headers;
  text: string;
}

const server = setupServer();

describe.each(DATABASE_IDS)('a webhook on %s', id => {
  let knex: Knex;
  let bridge: TestBridge;
  let people: TestPeople;

  registerMswTestHooks(server);

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({
      knex,
      config: {
        bridge: {
          workflows: { folders: [FOLDER] },
          webhooks: [{ origin: ORIGIN, secret: 'not told to anybody' }],
        },
      },
    });
    const { port } = bridge.server.address() as AddressInfo;
    people = new TestPeople([`http://127.0.0.1:${port}`]);
    await bridge.runTask('bridge-work');
  });

  beforeEach(() => server.use(http.all(/127\.0\.0\.1/, passthrough)));

  /** The other system, which answers one after the other. */
  function receiving(...answers: Response[]): Received[] {
    const received: Received[] = [];
    server.use(
      http.post(`${ORIGIN}/orders`, async ({ request }) => {
        received.push({
          headers: request.headers,
          text: await request.text(),
        });
        return answers[received.length - 1];
      }),
    );
    return received;
  }

  async function sentOrder(title: string): Promise<string> {
    const made = await people.create(CLERK, {
      workflow: 'order',
      data: { title },
    });
    await people.act(CLERK, made.key, 'send');
    return made.key;
  }

  /** Lets the pause before the next try be over, or the lease of the last one. */
  async function tryAgain() {
    // The clock of the plugin may be behind this one while the machine is busy.
    const before = new Date(Date.now() - 60_000).toISOString();
    await knex('outbox')
      .where({ status: 'waiting' })
      .update({ available_at: before, lease_until: null });
    await bridge.runTask('bridge-work');
  }

  const stateOf = async (key: string) =>
    (await people.item(key, CLERK)).state.id;

  it('tells another system, signed and with a key of its own, and the item goes on', async () => {
    const received = receiving(new HttpResponse(null, { status: 204 }));
    const key = await sentOrder('换模 12');
    await bridge.runTask('bridge-work');
    await bridge.runTask('bridge-work');
    expect(received).toHaveLength(1);
    const [{ headers, text }] = received;
    expect(JSON.parse(text)).toMatchObject({
      item: { key, title: '换模 12', workflow: 'order' },
      actor: `user:default/${CLERK}`,
      body: { order: '换模 12' },
    });
    const at = headers.get('x-techbridge-timestamp');
    const hmac = createHmac('sha256', 'not told to anybody');
    expect(headers.get('x-techbridge-signature')).toBe(
      `sha256=${hmac.update(`${at}.${text}`).digest('hex')}`,
    );
    expect(headers.get('idempotency-key')).toMatch(new RegExp(`^${key}:`));
    expect(await stateOf(key)).toBe('done');
    const { body } = await people.get(CLERK, `/items/${key}/journal`);
    expect(
      body.items.find(({ type }: JournalEntry) => type === 'comment'),
    ).toMatchObject({
      actor: { ref: 'system' },
      payload: { text: 'MES 已接收 换模 12' },
    });
  });

  it('is tried again as often as the workflow says, then the item and the owner hear of it', async () => {
    const busy = () => new HttpResponse(null, { status: 503 });
    const received = receiving(busy(), busy());
    const key = await sentOrder('换模 13');
    await bridge.runTask('bridge-work');
    expect(await stateOf(key)).toBe('sending');
    await tryAgain();
    expect(received).toHaveLength(2);
    expect(await stateOf(key)).toBe('desk');
    expect(await knex('outbox').where({ status: 'dead' })).toMatchObject([
      { use: 'webhook', last_error: expect.stringContaining('answered 503') },
    ]);
    const told = bridge.notifications.filter(
      ({ link, to }) =>
        link === `/items/${key}` &&
        to.includes('group:default/programme-office'),
    );
    expect(told).toHaveLength(1);
    await knex('outbox').where({ status: 'dead' }).delete();
  });

  it('has not failed when the database goes away just after it was received', async () => {
    const received: string[] = [];
    const goAway = () =>
      jest
        .spyOn(knex.client, 'acquireConnection')
        .mockRejectedValueOnce(
          Object.assign(new Error('crashed'), { code: '57P02' }),
        );
    server.use(
      http.post(`${ORIGIN}/orders`, ({ request }) => {
        if (received.push(`${request.headers.get('idempotency-key')}`) === 1) {
          goAway();
        }
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const key = await sentOrder('换模 14');
    await bridge.runTask('bridge-work').catch(() => undefined);
    const where = { use: 'webhook', status: 'waiting' };
    expect(await knex('outbox').where(where)).toMatchObject([
      { attempts: 1, last_error: null },
    ]);
    expect(await stateOf(key)).toBe('sending');
    await tryAgain();
    expect(received).toEqual([received[0], received[0]]);
    expect(await stateOf(key)).toBe('done');
  });

  it('follows nobody elsewhere', async () => {
    const location = 'http://169.254.169.254/latest';
    const elsewhere = jest.fn(() => HttpResponse.json({}));
    server.use(http.all('http://169.254.169.254/*', elsewhere));
    const moved = () =>
      new HttpResponse(null, { status: 302, headers: { location } });
    receiving(moved(), moved());
    const key = await sentOrder('换模 14');
    await bridge.runTask('bridge-work');
    expect(await stateOf(key)).toBe('sending');
    await tryAgain();
    expect(elsewhere).not.toHaveBeenCalled();
    expect(await stateOf(key)).toBe('desk');
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://localhost:5432/',
    'https://mes.plant.example.evil.example/',
    'https://mes.plant.example@evil.example/',
    'https://evil.example#mes.plant.example',
    'http://mes.plant.example/',
    'https://${{ data.title }}/',
    'https://mes.plant.example${{ data.title }}/',
    'file:///etc/passwd',
    'not an address',
  ])('to %s is refused before it is put into force', async url => {
    const yaml = ORDER.replace(
      'https://mes.plant.example/orders?from=bridge',
      `'${url}'`,
    );
    const { body } = await people.post('lin.xiaolan', '/workflows/validate', {
      yaml,
    });
    const { ok, problems } = body as WorkflowReport;
    const found = problems.find(({ rule }) => rule === 'webhook-origin');
    expect([ok, found?.path]).toEqual([
      false,
      'spec.states.desk.actions.send.effects.0.with.url',
    ]);
    expect(found?.remedy.zh).toContain(ORIGIN);
  });
});
