import { AgendaEntry } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { demoFactory } from './testing/demoFactory';

jest.setTimeout(180_000);

describe.each(DATABASE_IDS)('the history of the demo factory on %s', id => {
  it('is carried out by the rules, and stands where it should', async () => {
    const knex = await emptyDatabase(id);
    const bridge = await demoFactory({ knex });
    const item = async (key: string) =>
      (await bridge.get(`/api/bridge/items/${key}`)).body;
    expect(await item('FB-0312')).toMatchObject({ state: { id: 'closed' } });
    expect(await item('OP-2025-018')).toMatchObject({
      state: { id: 'verified' },
      createdAt: expect.stringMatching(/^2025-05-/),
    });
    expect(await item('RR-07')).toMatchObject({
      state: { id: 'materialised' },
      createdAt: expect.stringMatching(/^2025-07-30/),
      data: { firstIncidentAt: '2025-08-05', incident: 'CR-2025-02' },
    });
    const incident = await item('CR-2025-02');
    expect(incident.state.id).toBe('closed');
    expect(incident.links.map(({ key }: { key: string }) => key)).toEqual(
      expect.arrayContaining(['FB-0811', 'OP-2025-041', 'KC-052']),
    );
    expect(bridge.notifications).toEqual([]);
    const absences = await bridge.get('/api/bridge/delegations');
    expect(absences.body.items).toMatchObject([
      { person: 'user:default/su.min', note: '探亲假' },
      { person: 'user:default/huang.lei', delegate: 'user:default/su.min' },
    ]);
    // Who stands in was asked when the vote opened, and told nobody.
    const buyer = 'user:default/wang.haiyan';
    const inbox = await bridge.get('/api/bridge/inbox', buyer);
    expect(inbox.body.items).toContainEqual(
      expect.objectContaining({
        item: expect.objectContaining({ key: 'OP-2025-089' }),
        onBehalfOf: 'user:default/su.min',
      }),
    );
    const decisions = async (key: string) =>
      (await bridge.get(`/api/bridge/items/${key}/decision`)).body;
    const { items: conditional, total } = await decisions('OP-2025-071');
    expect(total).toBe(1);
    expect(conditional[0]).toMatchObject({
      state: 'conditional',
      round: 1,
      workflow: {
        id: 'proposal',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      ballotsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      markdown: { zh: expect.stringContaining('## 条件') },
    });
    const { count, ballots, conditions, rule } = conditional[0];
    expect(ballots).toHaveLength(count.cast);
    expect(conditions.length).toBeGreaterThan(0);
    expect(rule[0].en).toMatch(/^At least 60 % of those/);
    // Appealed and upheld: the second record says which one was appealed, and why.
    const { state, actions } = await item('OP-2025-052');
    expect([state.id, actions]).toEqual([
      'rejected',
      [expect.objectContaining({ id: 'appeal', allowed: false })],
    ]);
    const [upheld, appealed] = (await decisions('OP-2025-052')).items;
    expect([upheld.round, upheld.state]).toEqual([2, 'rejected']);
    expect([appealed.round, appealed.reopens]).toEqual([1, undefined]);
    expect(upheld.reopens).toEqual({
      action: { en: 'Appeal', zh: '申诉' },
      ...{ by: 'user:default/zhang.qiang', at: expect.any(String) },
      reason: expect.stringMatching(/^九次不合格里有七次/),
      decision: {
        ...{ label: appealed.label, round: 1, state: 'rejected' },
        closedAt: appealed.closedAt,
      },
    });
    expect(upheld.markdown.zh).toContain('申诉');
    expect((await decisions('FB-0312')).items).toEqual([]);
    const meetings = async (when: string) => {
      const path = `/api/bridge/meetings?when=${when}`;
      const [row, ...others] = (await bridge.get(path)).body.items;
      expect(others).toEqual([]);
      return (await bridge.get(`/api/bridge/meetings/${row.id}`)).body;
    };
    // The last two votes of seven were cast in the sitting.
    const held = await meetings('past');
    expect(held).toMatchObject({
      ...{ title: '五月评审会', state: 'closed', repeat: null },
      openedAt: '2025-05-22T01:00:00.000Z',
      closedAt: '2025-05-22T02:50:00.000Z',
      quorum: { expected: 8, present: 7, needed: 5 },
      record: {
        recorder: 'user:default/zhou.qiming',
        entries: [
          {
            key: 'OP-2025-018',
            presenter: 'user:default/wang.haiyan',
            note: expect.stringContaining('列入R25.06'),
            conclusion: {
              kind: 'decided',
              boards: [
                {
                  ...{ state: 'approved', for: 7, against: 0, abstained: 0 },
                  recused: [{ user: 'user:default/wang.haiyan' }],
                },
              ],
            },
          },
        ],
        markdown: { zh: expect.stringContaining('应到 8 人，实到 7 人') },
      },
    });
    expect(held.members).toContainEqual({
      ...{ user: 'user:default/luo.yong', presence: 'excused' },
    });
    const [adopted] = (await decisions('OP-2025-018')).items;
    expect(adopted.meeting.id).toBe(held.id);
    const coming = await meetings('coming');
    expect(coming).toMatchObject({
      ...{ title: '双周评审会', state: 'planned', repeat: { weeks: 2 } },
      startsAt: '2026-01-08T06:00:00.000Z',
    });
    const waiting = coming.agenda.map((entry: AgendaEntry) => entry.item.key);
    expect(waiting.sort()).toEqual([
      'OP-2025-088',
      'OP-2025-089',
      'RQ-2025-028',
    ]);
    const missing = await bridge.get('/api/bridge/items/OP-2099-001/decision');
    expect(missing.status).toBe(404);
    const { body } = await bridge.send(
      'post',
      '/api/bridge/ledger/rebuild',
      {},
    );
    expect(body).toMatchObject({ missing: 0, surplus: 0 });
    // A load that was interrupted passes over what it has done.
    const tables = ['items', 'journal', 'ballots', 'meetings'];
    const counts = () =>
      Promise.all(tables.map(table => knex(table).count({ rows: '*' })));
    const before = await counts();
    await knex('marks').where({ name: 'demo' }).delete();
    await bridge.runTask('bridge-clean');
    const again = await demoFactory({ knex });
    await again.runTask('bridge-work');
    expect(await counts()).toEqual(before);
  });
});
