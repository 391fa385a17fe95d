import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { improvement } from './testing/improvement';
import { stateMachineOf } from './testing/stateMachine';
import { frozen, goodData, Trial, Walker } from './testing/Walker';

const definition = frozen(improvement());
const machine = stateMachineOf(definition);

/** What a command is called in the state machine, if it moves anything. */
function eventOf({ command, before, result }: Trial): string | undefined {
  if (command.type === 'action') {
    return `action ${command.action}`;
  }
  if (command.type === 'event') {
    return `event ${command.name}`;
  }
  const { timers } = definition.states[before.state];
  if (command.type === 'timer' && timers.some(({ id }) => id === command.id)) {
    return `timer ${command.id}`;
  }
  return result.ok && result.entered ? `outcome ${endOf(result)}` : undefined;
}

const STRONGEST = [
  'rejected',
  'sentBack',
  'noQuorum',
  'conditional',
  'approved',
];

/** The strongest of the outcomes of the boards that were left. */
function endOf(result: Trial['result']): string | undefined {
  const boards = result.ok ? result.item.boards : [];
  const lines = result.ok ? result.lines : [];
  const left = lines.find(({ type }) => type === 'entered')?.payload.from;
  const ended = boards.filter(({ state }) => state === left);
  return STRONGEST.find(outcome =>
    ended.some(({ status }) => status === outcome),
  );
}

/** Where the machine goes with the commands that the engine carried out. */
function compare(trials: Trial[]) {
  const differences: unknown[] = [];
  const counts = { moved: 0, unknown: 0 };
  let [snapshot] = initialTransition(machine);
  for (const trial of trials) {
    const { result } = trial;
    const type = eventOf(trial) ?? '';
    const data = result.ok ? result.item.data : {};
    const known = snapshot.can({ type, data });
    if (result.ok && type) {
      [snapshot] = transition(machine, snapshot, { type, data });
      const same = known && snapshot.value === result.item.state;
      differences.push(...(same ? [] : [[type, snapshot.value, trial]]));
      counts.moved += 1;
    } else if (!result.ok && /^unknown-(action|event)$/.test(result.code)) {
      differences.push(...(known ? [[type, snapshot.value, trial]] : []));
      counts.unknown += 1;
    }
  }
  return { differences, counts };
}

const anyWalk = fc.record({
  price: fc.constantFrom(500, 70_000),
  danger: fc.constantFrom('none', 'much'),
  after: fc.constantFrom(0, 20),
  numbers: fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 9999 })), {
    minLength: 50,
    maxLength: 50,
    size: 'max',
  }),
});

it('goes where a state machine of another make goes', () => {
  const total = { moved: 0, unknown: 0 };
  const property = fc.property(anyWalk, ({ numbers, ...data }) => {
    const walker = new Walker(definition, { ...goodData, ...data });
    numbers.forEach(([kind, choice]) => walker.tryOne(kind, choice));
    const { differences, counts } = compare(walker.trials);
    total.moved += counts.moved;
    total.unknown += counts.unknown;
    expect(differences).toEqual([]);
  });
  fc.assert(property, { numRuns: 500 });
  expect(total.moved).toBeGreaterThan(2_500);
  expect(total.unknown).toBeGreaterThan(1_000);
});
