import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { AddressInfo } from 'net';
import { Chance } from '../../crash/testing/Chance';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
} from '../../testing/startBridgeForTest';
import { inThisFolder } from '../testing/assembly';
import { TestPeople } from '../testing/TestPeople';

jest.setTimeout(120_000);

const CLERK = 'he.jing';
const READER = 'lin.xiaolan';
const RECEIVERS = ['mes', 'erp', 'people'];
const SEED = Number(process.env.TECHBRIDGE_LANES_SEED ?? 13);
const FAILING = 30;
const DEATHS = 20;
// More would be given up, which is another story.
const MOST_FAILURES = 6;

/** A message as it has come to somebody who has not heard it before. */
interface Heard {
  receiver: string;
  item: string;
  /** The `Idempotency-Key`, or the scope of a notification. */
  name: string;
}

const server = setupServer();

describe.each(DATABASE_IDS)(
  `effects, TECHBRIDGE_LANES_SEED=${SEED}, %s`,
  id => {
    let knex: Knex;
    let bridge: TestBridge;
    let people: TestPeople;
    let heard: Heard[];
    /** Whether somebody can be told of an item; they say so with an error. */
    let answer: (
      receiver: string,
      item: string,
      tries: number,
    ) => 'ok' | 'late' | 'no';
    const tries = new Map<string, number>();

    registerMswTestHooks(server);

    function hear({ receiver, item, name }: Heard): boolean {
      const key = `${receiver} ${name}`;
      const before = tries.get(key) ?? 0;
      tries.set(key, before + 1);
      const how = answer(receiver, item, before + 1);
      const isNew = !heard.some(
        one => one.receiver === receiver && one.name === name,
      );
      if (how !== 'no' && isNew) {
        heard.push({ receiver, item, name });
      }
      return how === 'ok';
    }

    beforeAll(async () => {
      knex = await emptyDatabase(id);
      const secret = 'not told to anybody';
      bridge = await startBridgeForTest({
        knex,
        hearNotification: ({ link, scope }) => {
          const item = String(link?.split('/').pop());
          if (!hear({ receiver: 'people', item, name: String(scope) })) {
            throw new Error('The notifications are away');
          }
        },
        config: {
          bridge: {
            workflows: { folders: [inThisFolder('lanes')] },
            webhooks: [
              { origin: 'https://mes.plant.example', secret },
              { origin: 'https://erp.plant.example', secret },
            ],
          },
        },
      });
      const { port } = bridge.server.address() as AddressInfo;
      people = new TestPeople([`http://127.0.0.1:${port}`]);
      await bridge.runTask('bridge-work');
    });

    beforeEach(() => {
      heard = [];
      answer = () => 'ok';
      server.use(
        http.all(/127\.0\.0\.1/, passthrough),
        http.post(/plant\.example/, async ({ request }) => {
          const [receiver] = new URL(request.url).host.split('.');
          const name = String(request.headers.get('idempotency-key'));
          const { item } = (await request.json()) as { item: { key: string } };
          const status = hear({ receiver, item: item.key, name }) ? 204 : 503;
          return new HttpResponse(null, { status });
        }),
      );
    });

    async function bulletin(title: string): Promise<string> {
      const made = await people.create(CLERK, {
        workflow: 'bulletin',
        data: { title },
      });
      return made.key;
    }

    const tell = (key: string, message: string) =>
      people.act(CLERK, key, 'tell', { data: { message } });

    /** Lets pauses before the next try be over, and leases of those who died. */
    async function tryAgain(): Promise<void> {
      const before = new Date(Date.now() - 60_000).toISOString();
      await knex('outbox')
        .where({ status: 'waiting' })
        .update({ available_at: before, lease_until: null });
      await bridge.runTask('bridge-work').catch(() => undefined);
    }

    /** The revisions of which somebody has heard, in that order. */
    function revisions(receiver: string, item: string): number[] {
      return heard
        .filter(one => one.receiver === receiver && one.item === item)
        .map(({ name }) => Number(name.replace('bridge:', '').split(':')[1]));
    }

    it('to one receiver about one item wait for one another, and for nothing else', async () => {
      const [one, other] = [await bulletin('停机'), await bulletin('换模')];
      answer = (receiver, item) =>
        receiver === 'mes' && item === one ? 'no' : 'ok';
      await tell(one, '开始');
      await tell(one, '结束');
      await tell(other, '开始');
      await bridge.runTask('bridge-work');
      expect(revisions('mes', one)).toEqual([]);
      expect(revisions('erp', one)).toEqual([2, 3]);
      expect(revisions('people', one)).toEqual([2, 3]);
      expect(revisions('mes', other)).toEqual([2]);
      expect(
        await knex('outbox').where({ status: 'waiting' }).orderBy('id'),
      ).toMatchObject([{ attempts: 1 }, { attempts: 0 }]);
      answer = () => 'ok';
      await tryAgain();
      expect(revisions('mes', one)).toEqual([2, 3]);
    });

    it('go on when the one before was given up or set aside', async () => {
      const key = await bulletin('停机');
      answer = receiver => (receiver === 'mes' ? 'no' : 'ok');
      await tell(key, '开始');
      await tell(key, '结束');
      await bridge.runTask('bridge-work');
      const [first] = await knex('outbox')
        .where({ status: 'waiting' })
        .orderBy('id');
      const { status } = await people.post(
        READER,
        `/operations/effects/${first.id}/discard`,
        {},
      );
      expect(status).toBe(204);
      answer = () => 'ok';
      await tryAgain();
      expect(revisions('mes', key)).toEqual([3]);
    });

    it(`of which ${FAILING} % fail, by workers that die, take effect once and in order`, async () => {
      const chance = new Chance(SEED);
      let deaths = 0;
      let isDying = false;
      answer = (_receiver, _item, tried) => {
        if (tried > MOST_FAILURES || !chance.percent(FAILING)) {
          return 'ok';
        }
        return chance.percent(50) ? 'late' : 'no';
      };
      // A worker dies once, however many effects it has carried out by then.
      const dying = () => {
        if (!isDying && deaths < DEATHS && chance.percent(FAILING)) {
          deaths += 1;
          isDying = true;
          jest
            .spyOn(knex.client, 'acquireConnection')
            .mockImplementationOnce(async () => {
              isDying = false;
              throw Object.assign(new Error('killed'), { code: '57P02' });
            });
        }
      };
      const keys: string[] = [];
      for (let place = 0; place < 8; place += 1) {
        keys.push(await bulletin(`停机 ${place}`));
      }
      for (let message = 1; message <= 8; message += 1) {
        await Promise.all(keys.map(key => tell(key, `消息 ${message}`)));
      }
      const whole = answer;
      answer = (...told) => {
        const how = whole(...told);
        if (how === 'ok') {
          dying();
        }
        return how;
      };
      while (await knex('outbox').where({ status: 'waiting' }).first()) {
        await tryAgain();
      }
      expect(deaths).toBe(DEATHS);
      expect(await knex('outbox').where({ status: 'dead' })).toEqual([]);
      for (const receiver of RECEIVERS) {
        for (const key of keys) {
          expect([receiver, key, revisions(receiver, key)]).toEqual([
            receiver,
            key,
            [2, 3, 4, 5, 6, 7, 8, 9],
          ]);
        }
      }
    });
  },
);
