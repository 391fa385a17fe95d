import { actionsOf } from './actions';
import { ItemData } from './definition';
import { differencesOf } from './difference/differencesOf';
import { WorkItem } from './item';
import { migrate } from './migration/migrate';
import { planFor } from './migration/planFor';
import { Command, step } from './step';
import {
  as,
  carl,
  chad,
  cora,
  created,
  done,
  numbers,
  otto,
  votes,
} from './testing/desk';
import { improvement } from './testing/improvement';
import { people } from './testing/people';
import { frozen } from './testing/Walker';

/** What is measured may be written anew; a no leaves it as it was. */
function reworked(yaml: string): string {
  return yaml
    .replace(
      '      actions:\n        measure:\n',
      `      actions:
        rework:
          label: { en: Rework, zh: 重写 }
          by: auditor
          comment: required
          set: { looks: next }
          keep: true
          to: writing
        measure:
`,
    )
    .replace(
      '        note:\n',
      `        leaveIt:
          label: { en: Leave it, zh: 不改了 }
          by: auditor
          to: $kept
          effects:
            - { use: notify, with: { to: 'role:auditor', template: left } }
        note:
`,
    )
    .replace(
      'rejected: { to: refused }\n        sentBack',
      'rejected: { to: refusal }\n        sentBack',
    )
    .replace(
      '    promises:\n      type',
      `    refusal:
      type: choice
      label: { en: Refusal, zh: 不同意 }
      choose: [{ to: $kept }, { to: refused }]
    promises:
      type`,
    );
}

const definition = frozen(improvement(reworked));
const { auditor, lead, writer } = people;
const met = {
  ...{ id: 'council.1.1', state: 'council', board: 'council', by: carl },
  ...{ text: 'Mind the gap.', owner: chad, due: '2025-02-01' },
};

/** It was approved, and what it has come to is measured. */
function measured(): WorkItem {
  const item = created({ authors: [writer] }, definition);
  const conditions = [{ ...met, met: { by: chad, at: '2025-01-31' } }];
  const data = { ...item.data, ...numbers, looks: 1 };
  return frozen({ ...item, data, conditions, state: 'measuring', entry: 7 });
}

function act(item: WorkItem, actor: string, action: string, data?: ItemData) {
  const comment = action === 'rework' ? 'It says too little.' : undefined;
  const command: Command = { type: 'action', action, data, comment };
  return step(definition, frozen(item), command, as(actor));
}

/** Written anew, and before the council once more. */
function before(): WorkItem {
  const written = { goal: 30, price: 90_000 };
  let { item } = done(act(measured(), auditor, 'rework'));
  ({ item } = done(act(item, writer, 'handIn', { ...numbers, ...written })));
  return done(act(item, lead, 'pass')).item;
}

function decide(item: WorkItem, choice: 'approve' | 'reject') {
  const cast = Object.fromEntries(
    [cora, carl, chad, otto].map(v => [v, choice]),
  );
  const ballots = votes(cast);
  const closing = { board: 'council', round: 1, ballots, ballotsHash: 'h' };
  const command: Command = { type: 'closeBoard', ...closing };
  return step(definition, frozen(item), command, as('system'));
}

const offered = (item: WorkItem) =>
  actionsOf(definition, item, as(auditor)).map(({ id }) => id);

describe('what was kept', () => {
  it('stands again when what was to replace it is refused, and the journal says what was put back', () => {
    const { item, lines, effects, timers } = done(decide(before(), 'reject'));
    const { entry, data, conditions } = measured();
    expect(item).toMatchObject({ state: 'measuring', data, conditions });
    expect(item.data).toEqual(data);
    expect([item.standing, item.milestones]).toEqual([
      ...[undefined, ['submitted', 'triaged']],
    ]);
    expect(lines.filter(({ type }) => type === 'entered')).toEqual([
      {
        type: 'entered',
        payload: {
          ...{ state: 'measuring', from: 'council', via: ['refusal'] },
          data: {
            ...{ goal: 20, price: 70_000, looks: 1 },
            ...{ decidedBy: null, decidedAt: null },
          },
        },
      },
    ]);
    // Nobody is told anew what entering the state has told them before.
    expect(effects).toEqual([]);
    expect(timers).toMatchObject([{ id: 'late', entry: item.entry }]);
    expect(item.entry).toBeGreaterThan(entry + 1);
  });

  it('stands again when somebody takes the change back, and only then', () => {
    const fresh = created({ authors: [writer] }, definition);
    expect(offered(fresh)).not.toContain('leaveIt');
    expect(act(fresh, auditor, 'leaveIt')).toMatchObject({
      ...{ ok: false, code: 'unknown-action' },
    });
    const { item } = done(act(measured(), auditor, 'rework'));
    expect(item.data.looks).toBe(2);
    expect(offered(item)).toContain('leaveIt');
    const back = done(act(item, auditor, 'leaveIt'));
    expect(back.item).toMatchObject({ state: 'measuring', data: { looks: 1 } });
    expect(back.effects).toMatchObject([{ with: { template: 'left' } }]);
  });

  it('leaves its number to what was taken back or refused: the next one counts on', () => {
    const rework = (item: WorkItem) => done(act(item, auditor, 'rework')).item;
    const leave = (item: WorkItem) => done(act(item, auditor, 'leaveIt')).item;
    const back = leave(rework(measured()));
    expect(back.data.looks).toBe(1);
    const again = rework(back);
    expect(again.data.looks).toBe(3);
    const once = leave(again);
    expect([once.data.looks, rework(once).data.looks]).toEqual([1, 4]);
    const refused = before();
    expect(refused.data.looks).toBe(3);
    const { item } = done(decide(refused, 'reject'));
    expect([item.data.looks, rework(item).data.looks]).toEqual([1, 4]);
  });

  it('ends nothing but what was approved before: a first refusal goes its way', () => {
    const { standing, ...never } = before();
    expect(standing).toMatchObject({ state: 'measuring' });
    expect(done(decide(never, 'reject')).item.state).toBe('refused');
  });

  it('is forgotten where something may be kept anew', () => {
    const { item } = done(decide(before(), 'approve'));
    expect(item).toMatchObject({ state: 'building', standing: {} });
    const settling = { ...item, state: 'settling' };
    const settled: Command = {
      type: 'timer',
      id: 'settled',
      entry: item.entry,
    };
    const again = step(definition, settling, settled, as('system'));
    expect(done(again).item).toMatchObject({
      ...{ state: 'measuring', standing: undefined },
      data: { goal: 30 },
    });
  });

  it('goes over to another version as the item does, or the item stays', () => {
    const over = (line: string) => {
      const to = improvement(yaml =>
        reworked(yaml)
          .replaceAll('to: measuring', 'to: weighing')
          .replace('    measuring:\n', '    weighing:\n')
          .replace(
            '  scenarios:\n',
            `  migrations: [{ from: 1, ${line} }]\n  scenarios:\n`,
          ),
      );
      const { item } = done(act(measured(), auditor, 'rework'));
      const plan = planFor(to, 1);
      const migrating = {
        ...{ from: definition, to, version: 2, plan, run: 1 },
        ...{ closed: [], timers: [] },
      };
      return migrate(item, migrating, as('system'));
    };
    const { item } = done(
      over(
        'states: { measuring: weighing }, data: { price: data.price / 1000.0 }',
      ),
    );
    expect(item).toMatchObject({
      ...{ state: 'writing', data: { price: 70 } },
      standing: { state: 'weighing', data: { price: 70, looks: 1 } },
    });
    expect(over('data: {}')).toMatchObject({ code: 'migration-state' });
    expect(
      over("states: { measuring: weighing }, data: { price: '-1.0' }"),
    ).toMatchObject({ code: 'migration-data' });
  });
});

it('keeping something is told as a difference of the action', () => {
  const without = improvement(yaml =>
    reworked(yaml)
      .replace('          keep: true\n', '')
      .replace(/ +leaveIt:[^]*?(?= +note:\n)/, '')
      .replace('{ to: $kept }, ', ''),
  );
  expect(differencesOf(without, definition)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        path: 'spec.states.measuring.actions.rework.keep',
        message: {
          en: expect.stringMatching(
            /^“Measuring › Rework” now keeps the item as it stands/,
          ),
          zh: expect.stringContaining('重写'),
        },
      }),
    ]),
  );
});
