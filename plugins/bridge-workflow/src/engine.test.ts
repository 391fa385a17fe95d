import fc from 'fast-check';
import {
  actionsOf,
  ItemBoard,
  State,
  step,
  WorkflowDefinition,
  WorkItem,
} from './index';
import { contested } from './testing/contested';
import { everybody } from './testing/people';
import { dataFor, frozen, goodData, Trial, Walker } from './testing/Walker';

const definition = frozen(contested);

const anyWalk = fc.record({
  price: fc.constantFrom(500, 70_000),
  danger: fc.constantFrom('none', 'some', 'much'),
  after: fc.constantFrom(0, 20),
  numbers: fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 9999 })), {
    minLength: 60,
    maxLength: 60,
    size: 'max',
  }),
});

type Walk = typeof anyWalk extends fc.Arbitrary<infer T> ? T : never;

function walked({ numbers, ...data }: Walk): Walker {
  const walker = new Walker(definition, { ...goodData, ...data });
  for (const [kind, choice] of numbers) {
    walker.tryOne(kind, choice);
  }
  return walker;
}

function stateOf({ states }: WorkflowDefinition, id: string): State {
  return states[id];
}

/** The boards that voted before a command, each before and after it. */
function openPairs(before: WorkItem, after: WorkItem) {
  return before.boards
    .filter(({ status }) => status === 'open')
    .flatMap(was =>
      after.boards
        .filter(({ id, round }) => id === was.id && round === was.round)
        .map(is => [was, is] as const),
    );
}

function byHand({ electorate, recused }: ItemBoard): string {
  const added = electorate.filter(voter => voter.added);
  const removed = recused.filter(({ kind }) => kind === 'removed');
  return [
    ...added.map(({ ref }) => ref),
    ...removed.map(one => one.voter),
  ].join();
}

/** What must hold after every command, whatever it was. */
const PROMISES: { [promise: string]: (trial: Trial) => boolean } = {
  'an end is left by its own actions only': ({ before, command, result }) =>
    stateOf(definition, before.state).type !== 'end' ||
    !result.ok ||
    result.item.state === before.state ||
    (command.type === 'action' &&
      command.action in stateOf(definition, before.state).actions),
  'a choice is never a place to stay': ({ result }) =>
    !result.ok || stateOf(definition, result.item.state).type !== 'choice',
  'every entry is counted and noted once': ({ before, result }) =>
    !result.ok ||
    result.item.entry - before.entry ===
      result.lines.filter(({ type }) => type === 'entered').length,
  'timers belong to the present entry': ({ result }) =>
    !result.ok ||
    result.timers.every(({ entry }) => entry === result.item.entry),
  'only boards of the present state are open': ({ result }) =>
    !result.ok ||
    result.item.boards.every(
      ({ status, state }) => status !== 'open' || state === result.item.state,
    ),
  'a board that ends is handed over or stays': ({ before, result }) =>
    !result.ok ||
    before.boards.every(({ id, round, state }) =>
      [...result.past, ...result.item.boards].some(
        one => one.id === id && one.round === round && one.state === state,
      ),
    ),
  'what is handed over has ended': ({ result }) =>
    !result.ok || result.past.every(({ status }) => status !== 'open'),
  'nobody vetoes in a round about a veto': ({ result }) =>
    !result.ok ||
    result.item.boards.every(
      ({ overrides, electorate }) =>
        !overrides || electorate.every(({ veto }) => !veto),
    ),
  'the outcome is that of the end': ({ result }) => {
    const state = result.ok && stateOf(definition, result.item.state);
    return (
      !result.ok ||
      !state ||
      result.item.outcome === (state.type === 'end' ? state.outcome : undefined)
    );
  },
  'conditions come from a conditional decision': ({
    before,
    command,
    result,
  }) =>
    !result.ok ||
    command.type === 'condition' ||
    (result.item.conditions ?? []).every(
      ({ id }) =>
        before.conditions?.some(one => one.id === id) ||
        result.item.boards.some(({ status }) => status === 'conditional'),
    ),
  'nobody says a condition is kept that is open': ({
    before,
    command,
    result,
  }) =>
    !(command.type === 'action' && command.action === 'kept' && result.ok) ||
    (before.conditions ?? []).every(
      ({ state, met }) => state !== 'council' || met,
    ),
  'every milestone is noted once': ({ before, result }) =>
    !result.ok ||
    result.item.milestones.length - before.milestones.length ===
      result.lines.filter(({ type }) => type === 'milestone').length,
  'a refusal says why in both languages': ({ result }) =>
    result.ok || /[一-龥]/.test(result.why.zh),
  'an open board loses no seat, whoever votes no more': ({ before, result }) =>
    !result.ok ||
    openPairs(before, result.item).every(([was, is]) =>
      was.electorate.every(({ ref }) =>
        is.electorate.some(voter => voter.ref === ref),
      ),
    ),
  'nobody is added to an open board or removed from it but by a command that says why':
    ({ before, command, result }) =>
      !result.ok ||
      openPairs(before, result.item).every(([was, is]) =>
        command.type === 'voters' && command.board === is.id
          ? is.changes?.length === (was.changes?.length ?? 0) + 1 &&
            is.changes.at(-1)?.reason !== ''
          : byHand(was) === byHand(is) &&
            is.changes?.length === was.changes?.length,
      ),
  'adding and removing voters decides nothing by itself': ({
    before,
    command,
    result,
  }) =>
    !result.ok ||
    command.type !== 'voters' ||
    openPairs(before, result.item).every(([, { status }]) => status === 'open'),
  'nobody who is recused sits on a board that counts': ({ result }) =>
    !result.ok ||
    result.item.boards
      .filter(({ status }) => status !== 'open' && status !== 'cancelled')
      .every(({ count, electorate, recused }) => {
        const gone = recused.map(({ voter }) => voter);
        const left = electorate.filter(({ ref }) => !gone.includes(ref));
        return (count?.cast ?? 0) <= left.length;
      }),
};

function brokenPromises(trials: Trial[]) {
  return Object.keys(PROMISES).flatMap(promise =>
    trials
      .filter(trial => !PROMISES[promise](trial))
      .map(({ command }) => ({ promise, command })),
  );
}

describe('whatever people, timers and events do', () => {
  const trials: Trial[] = [];
  it('every promise is kept', () => {
    const property = fc.property(anyWalk, walk => {
      const { trials: tried } = walked(walk);
      trials.push(...tried);
      expect(brokenPromises(tried)).toEqual([]);
    });
    fc.assert(property, { numRuns: 800 });
  });

  it.each(Object.keys(PROMISES))('%s', promise => {
    const broken = trials.filter(trial => !PROMISES[promise](trial));
    expect(broken.slice(0, 1)).toEqual([]);
  });

  it('everything is tried: each state, each kind of command, each kind of line', () => {
    const done = trials.filter(({ result }) => result.ok);
    const states = new Set(
      done.map(({ result, before }) =>
        result.ok ? result.item.state : before.state,
      ),
    );
    const waiting = Object.keys(definition.states).filter(
      id => definition.states[id].type !== 'choice',
    );
    expect([...states].sort()).toEqual(waiting.sort());
    const commands = new Set(done.map(({ command }) => command.type));
    expect(commands.size).toBe(8);
    expect(trials.length).toBeGreaterThan(12_000);
    const lines = done.flatMap(({ result }) => (result.ok ? result.lines : []));
    const told = new Set(lines.map(({ type }) => type));
    expect([...told].sort()).toEqual(
      expect.arrayContaining([
        ...['ballotsCarried', 'boardEscalated', 'boardExtended'],
        ...['recused', 'reseated', 'voterAdded', 'voterRemoved'],
      ]),
    );
    expect(lines.some(({ payload }) => payload.overrides)).toBe(true);
  });

  it('what is offered as allowed is accepted, and nothing else', () => {
    const good = { comment: 'Because it is.' };
    for (const { before } of trials.slice(0, 200)) {
      for (const actor of everybody) {
        const context = {
          actor,
          now: before.enteredAt,
          directory: new Walker(definition).contextOf(actor).directory,
        };
        for (const { id, allowed, form, comment } of actionsOf(
          definition,
          before,
          context,
        )) {
          const data = dataFor(definition, form);
          const result = step(
            definition,
            before,
            {
              type: 'action',
              action: id,
              data,
              ...(comment === 'none' ? {} : good),
            },
            context,
          );
          expect([id, result.ok]).toEqual([id, allowed]);
        }
      }
    }
  });
});
