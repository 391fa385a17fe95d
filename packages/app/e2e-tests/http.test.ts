import { expect, test } from './fixtures';
import { follower } from './follower';

test('finding, registering and appointing by HTTP alone', async ({
  request,
}) => {
  const operator = await follower(request, 'user:default/tang.ting');
  const manager = await follower(request, 'user:default/lin.xiaolan');
  const analyst = await follower(request, 'user:default/he.jing');

  const found = await (
    await operator('listSystems', { q: '谁负责MES' })
  ).json();
  expect(found).toMatchObject({
    total: 1,
    nextCursor: null,
    items: [
      {
        name: 'mes',
        owners: {
          business: [
            { user: 'user:default/chen.zhiyuan', role: 'lead', shift: 'day' },
            { user: 'user:default/wu.di', role: 'backup' },
            { user: 'user:default/liu.yang', role: 'member', shift: 'night' },
          ],
          it: { ref: 'group:default/information-technology' },
        },
      },
    ],
  });
  const night = await (
    await operator('listSuperUsers', {
      name: 'mes',
      at: '2025-12-31T02:00:00+08:00',
    })
  ).json();
  expect(night.items.map(({ user }: { user: string }) => user)).toEqual([
    'user:default/liu.yang',
  ]);

  const system = {
    name: 'kiosk',
    title: { en: 'Kiosk', zh: '终端机' },
    it: 'group:default/information-technology',
    criticality: 'C',
  };
  expect((await operator('createSystem', {}, system)).status()).toBe(403);
  expect((await manager('createSystem', {}, system)).status()).toBe(201);
  const term = {
    role: 'lead',
    department: 'group:default/warehouse',
    from: '2025-12-01',
    until: '2026-11-30',
  };
  const appointed = await manager(
    'appointSuperUser',
    { name: 'kiosk', user: 'ma.jun' },
    term,
  );
  expect((await appointed.json()).askNow).toEqual(['user:default/ma.jun']);
  const rival = await manager(
    'appointSuperUser',
    { name: 'kiosk', user: 'user:default/tang.ting' },
    term,
    { 'accept-language': 'zh-CN' },
  );
  expect(rival.status()).toBe(409);
  expect((await rival.json()).error).toMatchObject({
    code: 'second-lead',
    message: expect.stringContaining('A角'),
  });

  const { name: _, ...facts } = system;
  const lead = await follower(request, 'user:default/ma.jun');
  const changes = { ...facts, criticality: 'B' };
  const at = { name: 'kiosk' };
  expect((await operator('updateSystem', at, changes)).status()).toBe(403);
  expect((await lead('updateSystem', at, changes)).status()).toBe(200);
  expect((await analyst('updateSystem', at, changes)).status()).toBe(200);
  const person = { name: 'kiosk', user: 'ma.jun' };
  expect((await manager('endAppointment', person)).status()).toBe(200);
  expect((await lead('updateSystem', at, changes)).status()).toBe(403);
  expect((await manager('deleteSystem', at)).status()).toBe(204);
  expect((await operator('getSystem', at)).status()).toBe(404);
});

test('nobody is let in without a token', async ({ request }) => {
  const answer = await request.get('/api/bridge/systems');
  expect(answer.status()).toBe(401);
});
