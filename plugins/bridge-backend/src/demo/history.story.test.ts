import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { STARBRIDGE, starbridgeEntities } from '../testing/starbridge';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import { isDemoLoaded } from './isDemoLoaded';

jest.setTimeout(180_000);

describe.each(DATABASE_IDS)('the history of the demo factory on %s', id => {
  it('is carried out by the rules, and stands where it should', async () => {
    const knex = await emptyDatabase(id);
    const bridge = await startBridgeForTest({
      knex,
      entities: starbridgeEntities(),
      config: {
        bridge: {
          calendar: { timeZone: 'Asia/Shanghai' },
          demo: { folder: STARBRIDGE },
        },
      },
    });
    while (!(await isDemoLoaded(knex))) {
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    const item = async (key: string) =>
      (await bridge.get(`/api/bridge/items/${key}`)).body;
    expect(await item('FB-0312')).toMatchObject({ state: { id: 'closed' } });
    expect(await item('OP-2025-018')).toMatchObject({
      state: { id: 'verified' },
      createdAt: expect.stringMatching(/^2025-05-/),
    });
    expect(bridge.notifications).toEqual([]);
    const absences = await bridge.get('/api/bridge/delegations');
    expect(absences.body.items).toMatchObject([
      { person: 'user:default/huang.lei', item: 'OP-2025-089' },
      { person: 'user:default/huang.lei', delegate: 'user:default/su.min' },
    ]);
    const { body } = await bridge.send(
      'post',
      '/api/bridge/ledger/rebuild',
      {},
    );
    expect(body).toMatchObject({ missing: 0, surplus: 0 });
  });
});
