import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  endpoints,
  Item,
  JournalEntry,
  operationsManagePermission,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { AddressInfo } from 'net';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../testing/startBridgeForTest';
import { threeSentences, judged, evidence } from './testing/proposalForms';
import { granted, TestPeople, user } from './testing/TestPeople';

jest.setTimeout(180_000);

const MES = 'system:default/mes';
const WMS = 'system:default/wms';
const REPORTER = 'zhang.qiang';
const SUPER_USER = 'lin.xiaolan';
const LATER_SUPER_USER = 'liu.yang';
const OWNER = 'he.jing';
const BOARD_MEMBER = 'huang.lei';
/** Plays no part in anything. */
const STRANGER = 'ma.jun';
/** Stands in no other item. */
const WORD = '氰化物泄漏';

interface Reported {
  system?: string;
  private?: boolean;
}

/** Everybody may do everything, but whoever looks after operations is told keys. */
const policy: TestPolicy = (permission, person) => ({
  result:
    permission === operationsManagePermission.name && person === user(STRANGER)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

describe.each(DATABASE_IDS)('private items on %s', id => {
  let knex: Knex;
  let bridge: TestBridge;
  let people: TestPeople;

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({ knex, policy });
    const { port } = bridge.server.address() as AddressInfo;
    people = new TestPeople([`http://127.0.0.1:${port}`]);
    await appoint(SUPER_USER, 'lead');
  });

  async function appoint(name: string, role: string) {
    const term = { from: '2020-01-01', until: '2999-12-31' };
    const department = 'group:default/production';
    const path = `/systems/mes/super-users/${name}`;
    const { status } = await people.put(OWNER, path, {
      ...{ role, department, ...term },
    });
    expect(status).toBeLessThan(300);
  }

  const report = (title: string, { system = MES, ...more }: Reported = {}) =>
    people.create(REPORTER, {
      workflow: 'feedback',
      data: { title, system, impact: 'slow', words: title },
      ...more,
    });

  const post = (name: string, key: string, what: string, body: object = {}) =>
    people.post(name, `/items/${key}/${what}`, body);

  const setPrivacy = async (name: string, key: string, to: boolean) => {
    const { rev } = await people.item(key, REPORTER);
    return post(name, key, 'privacy', { private: to, rev });
  };

  const merge = async (name: string, key: string, into: string) => {
    const { rev } = await people.item(key, name);
    return post(name, key, 'merge', { into, rev });
  };

  const statusFor = async (name: string, key: string) =>
    (await people.get(name, `/items/${key}`)).status;

  /** Addresses of everything that can be read, for these items. */
  function addresses(keys: string[]): string[] {
    const values: { [name: string]: string[] } = {
      key: keys,
      name: ['mes'],
      user: [REPORTER, SUPER_USER, BOARD_MEMBER],
      id: ['1', 'feedback', 'proposal'],
      migration: ['1'],
      version: ['1'],
      board: ['overall', 'all'],
      format: ['json', 'csv', 'xlsx'],
    };
    const word = encodeURIComponent(WORD);
    return Object.values(endpoints)
      .filter(({ method }) => method === 'get')
      .flatMap(({ path }) => filledIn([path], values))
      .flatMap(path => [
        ...[path, `${path}?limit=100`, `${path}?q=${word}`],
        ...[`${path}?workflow=feedback`, `${path}?state=reported`],
        `${path}?workflow=feedback&title=${word}`,
        `${path}?person=${REPORTER}`,
      ]);
  }

  /** What somebody is told who asks everywhere. */
  async function asked(name: string, keys: string[]) {
    const told: string[] = [];
    let good = 0;
    for (const path of addresses(keys)) {
      const {
        status,
        text = '',
        body,
      } = await people.get(name, path).buffer(true);
      good += status === 200 ? 1 : 0;
      told.push(`${path} ${text} ${Buffer.isBuffer(body) ? body : ''}`);
    }
    return { told, good };
  }

  it('shows one to those who play a part in it, and to nobody else anything of it', async () => {
    const secret = await report(WORD, { private: true });
    const { key } = secret;
    expect(secret).toMatchObject({ private: true, mayChangePrivacy: true });
    const readers = [REPORTER, SUPER_USER, OWNER];
    const seen = await Promise.all(readers.map(one => statusFor(one, key)));
    expect(seen).toEqual(readers.map(() => 200));

    // Public items are tied to it in every way there is.
    const [near, twin, other] = [
      await report('普通问题一'),
      await report('普通问题二'),
      await report('普通问题三'),
    ];
    const link = { type: 'relatesTo', key };
    granted(await post(SUPER_USER, near.key, 'links', link));
    const absence = await people.post(SUPER_USER, '/delegations', {
      ...{ delegate: REPORTER, item: key, note: WORD },
      ...{ from: '2998-01-01', until: '2998-01-02' },
    });
    expect(absence.status).toBe(201);
    granted(await merge(SUPER_USER, twin.key, key));

    const outside = [near.key, twin.key, other.key];
    const { told, good } = await asked(STRANGER, outside);
    const leaks = told.filter(
      text => text.includes(key) || text.replace(/^\S+/, '').includes(WORD),
    );
    expect(leaks).toEqual([]);
    expect(good).toBeGreaterThan(60);
    const { links, merged, data } = await people.item(twin.key, STRANGER);
    expect([links, merged, data.duplicateOf]).toEqual([
      [],
      undefined,
      undefined,
    ]);

    // Those who see it are told all of it.
    const own = (await asked(REPORTER, outside)).told.join('\n');
    expect(own).toContain(key);
    const found = await people.get(
      REPORTER,
      `/items?q=${encodeURIComponent(WORD)}`,
    );
    expect(found.body).toMatchObject({
      total: 1,
      items: [{ key, private: true }],
    });
    const lost = await people.get(
      STRANGER,
      `/items?q=${encodeURIComponent(WORD)}`,
    );
    expect(lost.body).toMatchObject({ total: 0, items: [] });
    const asPlugin = await bridge.asService(
      `/api/bridge/items?q=${encodeURIComponent(WORD)}`,
    );
    expect(asPlugin.body).toMatchObject({ total: 0, items: [] });

    // What is asked of it by name is answered as if it were not there.
    const paths = addresses([key]).filter(path => path.includes(key));
    for (const path of paths) {
      const hidden = await people.get(STRANGER, path);
      const missing = await people.get(STRANGER, path.replace(key, 'FB-9999'));
      expect([
        path,
        hidden.status,
        hidden.text.replaceAll(key, 'FB-9999'),
      ]).toEqual([path, missing.status, missing.text]);
    }
    const changes: [string, object][] = [
      ['comments', { text: 'x' }],
      ['links', { type: 'relatesTo', key: near.key }],
      ['support', {}],
      ['watch', { on: true }],
      ['privacy', { private: false, rev: 1 }],
      ['merge', { into: other.key, rev: 1 }],
      ['actions/acknowledge', { rev: 1 }],
    ];
    for (const [what, body] of changes) {
      const hidden = await post(STRANGER, key, what, body);
      expect([what, hidden.status, hidden.body.error.code]).toEqual([
        ...[what, 404, 'item-not-found'],
      ]);
    }
    // Nor does naming it in another one tell anything.
    const named = await post(STRANGER, other.key, 'links', link);
    expect(named.body.error.fields[0].code).toBe('unknown-item');
    const into = await merge(OWNER, other.key, twin.key);
    expect(into.body.error.fields[0].code).toBe('is-duplicate');
    const { rev } = await people.item(other.key, STRANGER);
    const unseen = await post(STRANGER, other.key, 'merge', {
      into: twin.key,
      rev,
    });
    expect(unseen.body.error.fields[0]).toMatchObject({
      code: 'is-duplicate-of-unseen',
    });
    expect(unseen.text).not.toContain(key);
  });

  it('keeps what comes out of it private, up to the board', async () => {
    const { key } = await report(`${WORD}二`, { private: true });
    await people.act(SUPER_USER, key, 'acknowledge');
    await people.act(SUPER_USER, key, 'convert', { data: {} });
    const { links } = await people.item(key, SUPER_USER);
    const proposal = links[0].key;
    expect(await statusFor(STRANGER, proposal)).toBe(404);
    expect(await statusFor(BOARD_MEMBER, key)).toBe(404);
    const [maker] = [SUPER_USER];
    await people.act(maker, proposal, 'submit', { data: threeSentences });
    await people.act('zheng.bo', proposal, 'accept', { data: judged });
    await people.act(maker, proposal, 'present', { data: evidence });
    const board: Item = await people.item(proposal, BOARD_MEMBER);
    expect(board).toMatchObject({ private: true, links: [] });
    const inbox = await people.get(BOARD_MEMBER, '/inbox');
    expect(inbox.text).toContain(proposal);
    expect(inbox.text).not.toContain(key);
    const { told } = await asked(STRANGER, []);
    expect(told.filter(text => text.includes(proposal))).toEqual([]);
  });

  it('is opened up and closed by those who work on it, which the history says', async () => {
    const { key } = await report('换班记录', {});
    granted(await post(STRANGER, key, 'watch', { on: true }));
    const barred = await setPrivacy(STRANGER, key, true);
    expect(barred.body.error).toMatchObject({ code: 'action-refused' });
    expect(granted(await setPrivacy(SUPER_USER, key, true)).private).toBe(true);
    expect(await statusFor(STRANGER, key)).toBe(404);
    await people.act(SUPER_USER, key, 'acknowledge');
    await bridge.runTask('bridge-work');
    const hears = () =>
      bridge.notifications
        .splice(0)
        .filter(
          ({ to, link = '' }) =>
            to.includes(user(STRANGER)) && link.includes(key),
        );
    expect(hears()).toEqual([]);

    // Whoever comes to answer for its system sees it, whoever leaves does not.
    expect(await statusFor(LATER_SUPER_USER, key)).toBe(404);
    await appoint(LATER_SUPER_USER, 'backup');
    expect(await statusFor(LATER_SUPER_USER, key)).toBe(200);
    const end = `/systems/mes/super-users/${LATER_SUPER_USER}`;
    expect((await people.remove(OWNER, end)).status).toBeLessThan(300);
    expect(await statusFor(LATER_SUPER_USER, key)).toBe(404);

    const again = await setPrivacy(SUPER_USER, key, true);
    expect(again.status).toBe(409);
    granted(await setPrivacy(REPORTER, key, false));
    expect(await statusFor(STRANGER, key)).toBe(200);
    const { body } = await people.get(
      STRANGER,
      `/items/${key}/journal?limit=100`,
    );
    const said = (body.items as JournalEntry[]).filter(
      ({ type }) => type === 'visibility',
    );
    expect(said.map(({ payload }) => payload)).toEqual([
      { private: true },
      { private: false },
    ]);
    expect(body.brokenAt).toBeNull();
    expect(
      await knex('item_readers')
        .join('items', 'items.id', 'item_id')
        .where({ key, worked: false }),
    ).toEqual([]);
  });

  it('stays so to whoever reaches it through another one', async () => {
    const [twin, open] = [
      await report('领料单重复'),
      await report('领料单打两次', { system: WMS }),
    ];
    granted(await merge(SUPER_USER, twin.key, open.key));
    granted(await setPrivacy(REPORTER, open.key, true));
    expect(await statusFor(SUPER_USER, open.key)).toBe(404);
    const { rev } = await people.item(twin.key, SUPER_USER);
    granted(await post(SUPER_USER, twin.key, 'unmerge', { rev }));
    expect(await statusFor(SUPER_USER, open.key)).toBe(404);
    expect(await statusFor(REPORTER, open.key)).toBe(200);
  });

  it('is seen again by whoever has worked on it, once it has been open', async () => {
    const { key } = await report('值班表外传', { private: true });
    await appoint(LATER_SUPER_USER, 'backup');
    await people.act(LATER_SUPER_USER, key, 'acknowledge');
    const end = `/systems/mes/super-users/${LATER_SUPER_USER}`;
    expect((await people.remove(OWNER, end)).status).toBeLessThan(300);
    expect(await statusFor(LATER_SUPER_USER, key)).toBe(200);
    granted(await setPrivacy(REPORTER, key, false));
    granted(await setPrivacy(REPORTER, key, true));
    expect(await statusFor(LATER_SUPER_USER, key)).toBe(200);
    expect(await statusFor(STRANGER, key)).toBe(404);
  });

  it('is no choice where the workflow does not give it', async () => {
    const made = await people.post(REPORTER, '/items', {
      ...{ workflow: 'proposal', private: true },
      data: { title: '换料后自动刷新', currentState: '每班要退出重进六次。' },
    });
    expect([made.status, made.body.error.code]).toEqual([
      409,
      'action-refused',
    ]);
  });
});

/** Paths with every value in every place. */
function filledIn(
  paths: string[],
  values: { [name: string]: string[] },
): string[] {
  return paths.flatMap(path => {
    const [place, name] = /:([a-z]+)/i.exec(path) ?? [];
    return place
      ? filledIn(
          (values[name] ?? ['1']).map(value => path.replace(place, value)),
          values,
        )
      : [path];
  });
}
