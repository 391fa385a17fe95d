import fc from 'fast-check';
import {
  ItemData,
  JournalLine,
  migrate,
  planFor,
  Step,
  WorkflowDefinition,
} from '../index';
import { contested } from '../testing/contested';
import { improvement } from '../testing/improvement';
import { people } from '../testing/people';
import { dataFor, frozen, goodData, Walker } from '../testing/Walker';
import { Migrating } from './Migrating';

const first = frozen(improvement());

/** The first look is called another way, and the council votes elsewhere. */
function renamedStates(yaml: string): string {
  return yaml
    .replace('    look:\n', '    glance:\n')
    .replaceAll('to: look\n', 'to: glance\n')
    .replace('    council:\n      type', '    assembly:\n      type')
    .replaceAll(/to: council\b/g, 'to: assembly')
    .replaceAll('approval.council.', 'approval.assembly.');
}

const MAPPED = 'states: { look: glance, council: assembly }';

/** The next version, with a line about items of the first one. */
function next(line: string, edit = renamedStates): WorkflowDefinition {
  const migrations = `  migrations: [{ from: 1${line && `, ${line}`} }]\n`;
  return frozen(
    improvement(yaml =>
      edit(yaml).replace('  scenarios:\n', `${migrations}  scenarios:\n`),
    ),
  );
}

function atWriting(from = first, data: ItemData = goodData): Walker {
  return new Walker(from, data);
}

function act(walker: Walker, action: string, actor: string) {
  const form = action === 'handIn' ? 'numbers' : undefined;
  const data = dataFor(walker.definition, form);
  const said = action === 'pass' ? {} : { comment: 'Because it is.' };
  walker.perform({ type: 'action', action, data, ...said }, actor);
}

function atLook(from = first): Walker {
  const walker = atWriting(from);
  act(walker, 'handIn', people.writer);
  return walker;
}

function atCouncil(from = first): Walker {
  const walker = atLook(from);
  act(walker, 'pass', people.lead);
  expect(walker.item.boards).toMatchObject([{ id: 'council', status: 'open' }]);
  return walker;
}

function over(walker: Walker, to: WorkflowDefinition) {
  return walker.takeOver(to, planFor(to, 1));
}

function went(walker: Walker, to: WorkflowDefinition): Step {
  const result = over(walker, to);
  if (!result.ok) {
    throw new Error(result.why.en);
  }
  return result;
}

describe('an item that goes over to the next version', () => {
  it('stands where the file says, with its past, and says so in one line', () => {
    const walker = atLook();
    const { item: before } = walker;
    const { item, lines, effects } = went(walker, next(MAPPED));
    expect(lines).toEqual([
      {
        type: 'migrated',
        payload: {
          ...{ from: 1, to: 2, run: 7 },
          ...{ fromState: 'look', state: 'glance' },
        },
      },
    ]);
    expect(item).toEqual({
      ...before,
      workflow: { id: 'improvement', version: 2 },
      state: 'glance',
      entry: before.entry + 1,
    });
    // Nobody is asked who was not, and entering the state is no news.
    expect(effects).toEqual([]);
    act(walker, 'pass', people.lead);
    expect(walker.item.state).toBe('assembly');
  });

  it.each([
    ['keep', '2025-03-04T07:00:00.000Z'],
    ['restart', '2025-03-04T08:00:00.000Z'],
  ])('has its timers as the file says: %s', (timers, expected) => {
    const walker = atLook();
    const kept = [{ id: 'slow', entry: 2, fireAt: '2025-03-04T07:00:00.000Z' }];
    const to = next(`${MAPPED}, timers: ${timers}`, yaml =>
      renamedStates(yaml).replace(
        '        - id: slow\n',
        '        - { id: later, after: P9D, fire: { to: dropped } }\n        - id: slow\n',
      ),
    );
    const migrating = given({ to, timers: kept });
    const result = migrate(walker.item, migrating, walker.contextOf('system'));
    expect(result.ok && result.timers).toEqual([
      { id: 'later', entry: 3, fireAt: '2025-03-10T08:00:00.000Z' },
      { id: 'slow', entry: 3, fireAt: expected },
    ]);
  });

  it('does not wait again for a timer that has fired', () => {
    const walker = atLook();
    const migrating = given({ to: next(MAPPED), timers: [] });
    const result = migrate(walker.item, migrating, walker.contextOf('system'));
    expect(result.ok && result.timers).toEqual([]);
  });

  it('asks others where others act, and only they hear of it', () => {
    const to = next('', yaml =>
      yaml.replace('assign: looker', 'assign: auditor'),
    );
    const { effects } = went(atLook(), to);
    expect(effects).toMatchObject([
      { use: 'notify', recipients: [people.auditor] },
    ]);
  });

  it('has new data worked out, and loses nothing that somebody wrote', () => {
    const walker = atLook();
    const from = improvement(yaml =>
      yaml.replace(
        '      price: {',
        '      nickname: { type: string }\n      price: {',
      ),
    );
    const item = {
      ...walker.item,
      data: { ...walker.item.data, nickname: 'Shorty' },
    };
    const to = next(
      'states: { look: glance }, data: { story: data.nickname, price: data.price / 1000, goal: data.after }',
    );
    const migrating = given({ from, to });
    const result = migrate(item, migrating, walker.contextOf('system'));
    const changed = { story: 'Shorty', price: 70 };
    expect(result.ok && result.item.data).toEqual({ ...item.data, ...changed });
    // What asks for an empty field leaves its own as it was, and is counted.
    expect(result.ok && result.lines).toMatchObject([
      { type: 'migrated', payload: { data: changed } },
      { type: 'guardError', payload: { where: 'migrations.data.goal' } },
    ]);
  });

  function given(some: Partial<Migrating> & { to: WorkflowDefinition }) {
    const plan = planFor(some.to, 1);
    return {
      ...{ from: first, version: 2, plan, run: 7, closed: [], timers: [] },
      ...some,
    };
  }
});

describe('a vote in progress', () => {
  const other = (yaml: string) =>
    renamedStates(yaml).replace('min: 3', 'min: 4');

  it('is never changed: the item follows when it has closed', () => {
    const walker = atCouncil();
    for (const line of [MAPPED, `${MAPPED}, timers: restart`]) {
      expect(over(walker, next(line))).toMatchObject({
        ok: false,
        code: 'migration-voting',
      });
    }
    // The linter refuses it where it knows the version; the engine in any case.
    expect(over(walker, next(`${MAPPED}, ballots: keep`, other))).toMatchObject(
      {
        code: 'migration-voting',
      },
    );
    // Neither does what it leads to change, nor what it is about.
    const elsewhere = (yaml: string) =>
      renamedStates(yaml).replace(
        'sentBack: { to: writing, max: 2',
        'sentBack: { to: parked, max: 2',
      );
    for (const [line, edit] of [
      ['', elsewhere],
      [', data: { goal: data.title }', renamedStates],
    ] as const) {
      const to = next(`${MAPPED}, ballots: keep${line}`, edit);
      expect(over(walker, to)).toMatchObject({ code: 'migration-voting' });
    }
    act(walker, 'defer', people.speaker);
    expect(walker.item.state).toBe('parked');
    const { item, past } = went(walker, next(MAPPED, other));
    expect([item.state, item.previous]).toEqual(['parked', 'assembly']);
    expect(item.boards).toEqual([]);
    expect(past).toMatchObject([
      { status: 'cancelled', rules: { version: 1, state: 'council' } },
    ]);
    act(walker, 'resume', people.speaker);
    // Ballots are kept by the number of their round, so it goes on.
    expect(walker.item.boards).toMatchObject([{ state: 'assembly', round: 2 }]);
  });

  it('goes on where its rules are the same and the file says so', () => {
    const walker = atCouncil();
    const { boards } = walker.item;
    const { item, timers } = went(walker, next(`${MAPPED}, ballots: keep`));
    expect(item.boards).toEqual([{ ...boards[0], state: 'assembly' }]);
    expect(timers).toEqual([
      {
        id: 'deadline:council',
        entry: item.entry,
        fireAt: boards[0].deadlineAt,
      },
    ]);
  });

  it('begins anew where the file says so, and all are called', () => {
    const walker = atCouncil();
    const to = next(`${MAPPED}, ballots: dismiss`, other);
    const { item, lines, effects, past } = went(walker, to);
    expect(lines.map(({ type }) => type)).toEqual([
      ...['migrated', 'boardClosed', 'boardOpened'],
    ]);
    expect(past).toMatchObject([{ round: 1, status: 'cancelled' }]);
    expect(item.boards).toMatchObject([
      { state: 'assembly', round: 2, status: 'open' },
    ]);
    expect(effects).toMatchObject([{ with: { template: 'vote-reminder' } }]);
    expect(effects[0].recipients).toHaveLength(4);
  });
});

describe('an item that cannot go over', () => {
  it.each([
    ['migration-state', next('', renamedStates), '初看'],
    [
      'migration-data',
      next('', yaml => yaml.replace('maxLength: 80', 'maxLength: 9')),
      '标题',
    ],
    ['migration-type', next('states: { look: building }'), '初看'],
    [
      'migration-kind',
      frozen({ ...first, subject: { ...first.subject, kind: 'Case' } }),
      '类型',
    ],
    [
      'migration-value',
      next(`${MAPPED}, data: { goal: double(data.title) }`),
      '目标',
    ],
  ])('says why: %s', (code, to, words) => {
    const walker = atLook();
    const { item } = walker;
    const result = over(walker, to);
    expect(result).toMatchObject({ ok: false, code });
    expect(!result.ok && result.why.zh).toContain(words);
    expect(walker.item).toBe(item);
  });
});

describe('whatever happens before and after it', () => {
  const from = frozen(contested);
  const versions = ['finishOnOld', 'keep', 'dismiss'].map(ballots => {
    const line = `${MAPPED}, ballots: ${ballots}`;
    const [migration] = next(line).migrations ?? [];
    const states = JSON.parse(renamedIn(contested));
    return frozen<WorkflowDefinition>({ ...states, migrations: [migration] });
  });
  const anyWalk = fc.record({
    version: fc.nat({ max: versions.length - 1 }),
    price: fc.constantFrom(500, 70_000),
    danger: fc.constantFrom('none', 'much'),
    place: fc.nat({ max: 40 }),
    numbers: fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 9999 })), {
      ...{ minLength: 60, maxLength: 60, size: 'max' as const },
    }),
  });
  const seen = { went: 0, voting: 0, stayed: 0 };

  /** The same workflow with the names of the next version. */
  function renamedIn(definition: WorkflowDefinition): string {
    const { look, council, ...states } = definition.states;
    const renamed = { ...states, glance: look, assembly: council };
    return JSON.stringify({ ...definition, states: renamed })
      .replaceAll('"to":"look"', '"to":"glance"')
      .replaceAll('"to":"council"', '"to":"assembly"')
      .replaceAll('"checklist":"council"', '"checklist":"assembly"')
      .replaceAll('approval.council.', 'approval.assembly.');
  }

  /** What must hold when an item goes over, and why it does not. */
  function expectSound(walker: Walker, to: WorkflowDefinition): JournalLine[] {
    const { item: before, definition } = walker;
    const result = over(walker, to);
    const isVoting = before.boards.some(({ status }) => status === 'open');
    if (!result.ok) {
      expect(result.why.zh).toMatch(/[一-龥]/);
      expect(walker.item).toBe(before);
      seen.stayed += 1;
      return [];
    }
    seen[isVoting ? 'voting' : 'went'] += 1;
    const { item, lines, timers, past } = result;
    expect(lines.filter(({ type }) => type === 'migrated')).toHaveLength(1);
    expect(item.data).toMatchObject(before.data);
    expect(item.createdAt).toBe(before.createdAt);
    expect(item.milestones.slice(0, before.milestones.length)).toEqual(
      before.milestones,
    );
    // A vote that is dismissed takes along what one of its boards has imposed.
    const isDismissed = isVoting && planFor(to, 1).ballots === 'dismiss';
    const stay = (before.conditions ?? []).filter(
      ({ state }) => !isDismissed || state !== before.state,
    );
    expect(item.conditions ?? []).toHaveLength(stay.length);
    expect(timers.every(({ entry }) => entry === item.entry)).toBe(true);
    const entered = lines.filter(({ type }) => type === 'entered').length;
    expect(item.entry - before.entry).toBe(1 + entered);
    if (entered === 0) {
      expect(to.states[item.state].type).toBe(
        definition.states[before.state].type,
      );
    }
    // Every board is still to be found, and those of one vote have one rule.
    for (const { id, round } of before.boards) {
      const kept = [...past, ...item.boards];
      const found = kept.filter(one => one.id === id && one.round === round);
      expect(found).toHaveLength(1);
    }
    if (isVoting && planFor(to, 1).ballots === 'keep') {
      const electorates = (boards: typeof item.boards) =>
        boards
          .filter(({ status }) => status === 'open')
          .map(({ id, round, electorate }) => ({ id, round, electorate }));
      expect(electorates(item.boards)).toEqual(electorates(before.boards));
    }
    return lines;
  }

  it('the item stays sound, and no round is held twice', () => {
    const property = fc.property(anyWalk, walk => {
      const { version, place, numbers, ...data } = walk;
      const walker = new Walker(from, { ...goodData, ...data });
      const lines: JournalLine[] = [];
      for (const [at, [kind, choice]] of numbers.entries()) {
        if (walker.definition === from && at >= place) {
          lines.push(...expectSound(walker, versions[version]));
        }
        walker.tryOne(kind, choice);
        const { item, definition } = walker;
        expect(definition.states[item.state]).toBeDefined();
        const open = item.boards.filter(({ status }) => status === 'open');
        expect(open.every(({ state }) => state === item.state)).toBe(true);
      }
      const told = walker.trials.flatMap(({ result }) =>
        result.ok ? result.lines : [],
      );
      const rounds = [...told, ...lines]
        .filter(({ type }) => type === 'boardOpened')
        .map(({ payload: { board, round } }) => `${board} ${round}`);
      expect(new Set(rounds).size).toBe(rounds.length);
    });
    fc.assert(property, { numRuns: 60 });
    expect(seen.went).toBeGreaterThan(10);
    expect(seen.voting).toBeGreaterThan(5);
    expect(seen.stayed).toBeGreaterThan(10);
  });
});
