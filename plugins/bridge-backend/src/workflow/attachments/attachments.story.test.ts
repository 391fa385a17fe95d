import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Attachment,
  Item,
  itemReadPermission,
  JournalEntry,
  LARGEST_ATTACHMENT,
  MOST_ATTACHMENTS,
} from '@techbridge/plugin-bridge-common';
import sharp from 'sharp';
import request from 'supertest';
import { feedback, report, SOLVER } from '../../http/testing/smallFactory';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../../permissions/itemRules';
import {
  DatabaseId,
  DATABASE_IDS,
  emptyDatabase,
} from '../../testing/databases';
import {
  startBridgeForTest,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import { takeFile } from './takeFile';
import { bomb, photo, PLACE } from './testing/files';

const API = '/api/bridge';
const REPORTER = 'user:default/wu.di';
const READER = 'user:default/liu.yang';
/** May see what is theirs only. */
const STRANGER = 'user:default/ma.jun';
const OFFICE = 'user:default/lin.xiaolan';
const LEAD = {
  role: 'lead',
  department: 'group:default/production',
  from: '2000-01-01',
  until: '2999-12-31',
};

const policy: TestPolicy = (permission, person) => {
  const isOffice = person === OFFICE;
  if (permission === 'bridge.item.read' && person === STRANGER) {
    return createItemConditionalDecision(itemReadPermission, {
      anyOf: [itemConditions.isReporter({ userRef: person })],
    });
  }
  const forOffice = ['bridge.operations.manage', 'bridge.item.note'];
  return forOffice.includes(permission) && !isOffice
    ? { result: AuthorizeResult.DENY }
    : { result: AuthorizeResult.ALLOW };
};

async function start(id: DatabaseId) {
  const knex = await emptyDatabase(id);
  const bridge = await startBridgeForTest({ knex, policy });
  const { send, get, server } = bridge;
  const user = SOLVER.slice(SOLVER.lastIndexOf('/') + 1);
  await send('put', `${API}/systems/mes/super-users/${user}`, LEAD);
  const made = await send('post', `${API}/items`, report(feedback), REPORTER);
  const { key }: Item = made.body;
  const path = `${API}/items/${key}`;
  const attach = (
    file: Buffer | string,
    name = 'photo.jpg',
    { by = REPORTER, headers = {} } = {},
  ) =>
    request(server)
      .post(`${path}/attachments?name=${encodeURIComponent(name)}`)
      .set('Authorization', mockCredentials.user.header(by))
      .set({ 'Content-Type': 'application/octet-stream', ...headers })
      .send(file);
  return {
    ...{ knex, bridge, key, path, attach },
    list: async (by = REPORTER): Promise<Attachment[]> =>
      (await get(`${path}/attachments`, by)).body.items,
    bytes: (attachment: number, by = REPORTER, size = 'full') =>
      get(`${path}/attachments/${attachment}?size=${size}`, by)
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', part => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        }),
    journal: async (by = REPORTER) =>
      (await get(`${path}/journal?limit=100`, by)).body,
  };
}

describe.each(DATABASE_IDS)('files on an item, on %s', id => {
  let plant: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    plant = await start(id);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'keeps a photo upright, without what the camera wrote into it: %s',
    async kind => {
      const { attach, list, bytes } = plant;
      const taken = await photo(kind);
      expect(taken.includes(PLACE)).toBe(true);
      const answer = await attach(taken, `照片.${kind}`);
      expect([answer.status, answer.body.error]).toEqual([201, undefined]);
      const kept = (await list()).at(-1) as Attachment;
      expect(kept).toMatchObject({ type: `image/${kind}`, mayRemove: true });
      const { body, headers } = await bytes(kept.id);
      const head = await sharp(body).metadata();
      expect(head).toMatchObject({ format: kind, width: 40, height: 60 });
      expect([head.exif, head.orientation]).toEqual([undefined, undefined]);
      expect(body.includes(PLACE)).toBe(false);
      expect(body).toHaveLength(kept.size);
      expect(headers).toMatchObject({
        'content-type': `image/${kind}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(headers).not.toHaveProperty('content-disposition');
    },
  );

  it('makes a large picture as small as a screen needs, and smaller for a list', async () => {
    const { attach, list, bytes } = plant;
    await attach(await photo('jpeg', { width: 600, height: 5000 }));
    const { id: made } = (await list()).at(-1) as Attachment;
    const sizes = ['full', 'small'].map(async size => {
      const { body } = await bytes(made, READER, size);
      const { width, height } = await sharp(body).metadata();
      return [width, height];
    });
    expect(await Promise.all(sizes)).toEqual([
      [4096, 492],
      [360, 43],
    ]);
  });

  it('gives away everything else only to be saved', async () => {
    const { attach, list, bytes } = plant;
    const page = 'See <script>alert(1)</script>';
    await attach(page, 'notes.html', {
      headers: { 'Content-Type': 'text/html' },
    });
    const kept = (await list()).at(-1) as Attachment;
    expect(kept).toMatchObject({
      ...{ name: 'notes.html.txt', type: 'text/plain', size: page.length },
      by: { ref: REPORTER },
    });
    const { body, headers } = await bytes(kept.id, READER, 'small');
    expect(body.toString()).toBe(page);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/plain/),
      'content-disposition': 'attachment; filename="notes.html.txt"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it.each([
    ['HTML', '<html><script>alert(1)</script></html>', 'file-type'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file-type'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1', 'file-heic'],
    ['half a picture', '\xff\xd8\xff\xe0\0\x10JFIF', 'picture-broken'],
    ['nothing', '', 'no-file'],
  ])('refuses %s', async (_, file, code) => {
    const { status, body } = await plant.attach(Buffer.from(file, 'latin1'));
    expect([status, body.error.fields]).toMatchObject([
      400,
      [{ path: 'file', code }],
    ]);
  });

  it('refuses a bomb before it goes off, and a file that is too large', async () => {
    const { attach } = plant;
    const began = performance.now();
    const { status, body } = await attach(bomb(60_000), 'small.png');
    expect([status, body.error.fields[0].code]).toEqual([
      400,
      'picture-too-large',
    ]);
    expect(performance.now() - began).toBeLessThan(2_000);
    const large = await attach(Buffer.alloc(LARGEST_ATTACHMENT + 1, 'x'));
    expect([large.status, large.body.error]).toMatchObject([
      413,
      { code: 'body-too-large', params: { limit: '10mb' } },
    ]);
  });

  it('takes no more pictures than can wait, and goes on after them', async () => {
    const taken = await photo('jpeg');
    const arrive = () => takeFile('photo.jpg', taken);
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, arrive),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array(10).fill('fulfilled'),
      ...Array(2).fill('rejected'),
    ]);
    expect(answers.at(-1)).toMatchObject({
      reason: { code: 'too-many-pictures', statusCode: 429 },
    });
    expect((await arrive()).type).toBe('image/jpeg');
  });

  it('shows them to whoever sees the item, and to nobody else', async () => {
    const { list, bytes, path, bridge, attach } = plant;
    const [{ id: first }] = await list(READER);
    expect((await bytes(first, READER)).status).toBe(200);
    const refused = [
      bridge.get(`${path}/attachments`, STRANGER),
      bridge.get(`${path}/attachments/${first}`, STRANGER),
      attach('text', 'x.txt', { by: STRANGER }),
      bridge.send('delete', `${path}/attachments/${first}`, {}, STRANGER),
      bridge.get(`${path}/attachments/1`, READER),
    ];
    const answers = await Promise.all(refused);
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
  });

  it('takes the same file once, however often it is sent', async () => {
    const { attach, list } = plant;
    const before = (await list()).length;
    const headers = { 'Idempotency-Key': `${id}-once` };
    const answers = [
      await attach('one', 'one.txt', { headers }),
      await attach('one', 'one.txt', { headers }),
      await attach('two', 'one.txt', { headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 422]);
    expect(answers[1].text).toBe(answers[0].text);
    expect(await list()).toHaveLength(before + 1);
  });

  it('lets its author and the office remove one; the journal keeps its hash', async () => {
    const { attach, list, bytes, path, bridge, journal, knex } = plant;
    await attach('mine', 'mine.txt');
    const { id: made, sha256 } = (await list()).at(-1) as Attachment;
    const remove = (by: string) =>
      bridge.send('delete', `${path}/attachments/${made}`, {}, by);
    expect((await list(READER)).at(-1)?.mayRemove).toBe(false);
    expect((await list(OFFICE)).at(-1)?.mayRemove).toBe(true);
    const refused = await remove(READER);
    expect([refused.status, refused.body.error.code]).toEqual([
      403,
      'attachment-of-another',
    ]);
    expect((await remove(REPORTER)).status).toBe(200);
    expect((await remove(REPORTER)).status).toBe(404);
    expect((await bytes(made)).status).toBe(404);
    expect(await knex('attachment_bytes').where({ seq: made })).toEqual([]);
    const { items, intact } = await journal();
    expect(intact).toBe(true);
    expect(items.slice(-2)).toMatchObject([
      {
        ...{ seq: made, type: 'attached' },
        payload: { name: 'mine.txt', type: 'text/plain', size: 4, sha256 },
      },
      { type: 'detached', payload: { name: 'mine.txt', attached: made } },
    ]);
  });

  it('goes when what its line says is erased', async () => {
    const { attach, list, knex, journal } = plant;
    await attach('secret', 'secret.txt');
    const { id: seq } = (await list()).at(-1) as Attachment;
    await knex('journal_payload')
      .where({ seq })
      .update({ payload: null, salt: null });
    expect((await list()).map(one => one.id)).not.toContain(seq);
    expect(await knex('attachment_bytes').where({ seq })).toEqual([]);
    expect((await journal()).intact).toBe(true);
  });

  it('goes also from the line of its removal', async () => {
    const { attach, list, path, bridge, knex, journal } = plant;
    for (const name of ['kept.txt', 'gone.txt']) {
      await attach(name, name);
      const { id: made } = (await list()).at(-1) as Attachment;
      await bridge.send('delete', `${path}/attachments/${made}`, {}, REPORTER);
    }
    const gone = (await journal()).items.at(-1).payload.attached;
    await knex('journal_payload')
      .where({ seq: gone })
      .update({ payload: null, salt: null });
    const { items, intact } = await journal();
    const payloads = items.slice(-4).map((line: JournalEntry) => line.payload);
    expect(payloads).toMatchObject([
      ...[{ name: 'kept.txt' }, { name: 'kept.txt' }],
      ...[null, null],
    ]);
    expect(intact).toBe(true);
    const told = await knex('journal_payload').where(
      'payload',
      'like',
      '%gone%',
    );
    expect(told).toEqual([]);
  });

  it('has room for twenty', async () => {
    const { attach, list } = plant;
    for (let count = (await list()).length; count < MOST_ATTACHMENTS; count++) {
      expect((await attach(`${count}`, 'x.txt')).status).toBe(201);
    }
    const { status, body } = await attach('more', 'x.txt');
    expect([status, body.error]).toMatchObject([
      409,
      { code: 'too-many-attachments', params: { maximum: 20 } },
    ]);
  });

  it('keeps internal notes from the reporter, wherever one looks', async () => {
    const { bridge, path, journal, knex, key } = plant;
    const said = '夜班漏点检';
    const say = (by: string, internal?: boolean) =>
      bridge.send(
        'post',
        `${path}/comments`,
        { text: said, ...(internal && { internal }) },
        by,
      );
    for (const by of [REPORTER, READER]) {
      const { status, body } = await say(by, true);
      expect([status, body.error.code]).toEqual([403, 'note-not-allowed']);
    }
    bridge.resetCounts();
    const { status, body } = await say(SOLVER, true);
    expect([status, body.mayNote, bridge.counts.authorize]).toEqual([
      200,
      true,
      1,
    ]);
    const reads = async (by: string) => {
      const { items, intact } = await journal(by);
      expect(intact).toBe(true);
      return items.at(-1);
    };
    expect(await reads(SOLVER)).toMatchObject({
      ...{ type: 'note', actor: { ref: SOLVER } },
      payload: { text: said },
    });
    expect(await reads(OFFICE)).toMatchObject({ payload: { text: said } });
    for (const by of [REPORTER, READER]) {
      const line = await reads(by);
      expect(line).toMatchObject({ payload: null, withheld: true });
      const addresses = [
        ...[
          path,
          `${path}/journal?limit=100`,
          `${path}/chain`,
          `${path}/decision`,
        ],
        ...[`${path}/attachments`, `${API}/inbox`, `${API}/items`],
        `${API}/items?q=${encodeURIComponent(said)}`,
      ];
      for (const address of addresses) {
        const { text, status: answered } = await bridge.get(address, by);
        expect([address, answered, text.includes(said)]).toEqual([
          address,
          200,
          false,
        ]);
      }
      expect((await bridge.get(path, by)).body.mayNote).toBe(false);
    }
    const service = await bridge.asService(`${path}/journal?limit=100`);
    expect(service.body.items.at(-1)).toMatchObject({ withheld: true });
    await bridge.runTask('bridge-work');
    expect(JSON.stringify(bridge.notifications)).not.toContain(said);
    const kept = await knex('commands').select('body');
    expect(JSON.stringify(kept)).not.toContain(said);
    expect(key).toMatch(/^FB-/);
  });
});
