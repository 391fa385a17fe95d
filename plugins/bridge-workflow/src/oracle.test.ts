import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { improvement } from './testing/improvement';
import { stateMachineOf } from './testing/stateMachine';
import { frozen, goodData, Trial, Walker } from './testing/Walker';

const definition = frozen(improvement());
const machine = stateMachineOf(definition);

/** What a command that was carried out is called in the state machine. */
function eventOf({ command, before, result }: Trial): string | undefined {
  switch (command.type) {
    case 'action':
      return `action ${command.action}`;
    case 'event':
      return `event ${command.name}`;
    default: {
      const moved = result.ok && result.entered;
      const timer = command.type === 'timer' && `timer ${command.id}`;
      const known = definition.states[before.state].timers.some(
        ({ id }) => `timer ${id}` === timer,
      );
      return known && timer
        ? timer
        : moved
        ? `outcome ${endOf(result)}`
        : undefined;
    }
  }
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
  const entered = result.ok
    ? result.lines.find(({ type }) => type === 'entered')
    : undefined;
  const ended = boards.filter(({ state }) => state === entered?.payload.from);
  return STRONGEST.find(outcome =>
    ended.some(({ status }) => status === outcome),
  );
}

it('goes where a state machine of another make goes', () => {
  let compared = 0;
  let refused = 0;
  const property = fc.property(
    fc.constantFrom(500, 70_000),
    fc.constantFrom('none', 'much'),
    fc.constantFrom(0, 20),
    fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 9999 })), {
      minLength: 50,
      maxLength: 50,
      size: 'max',
    }),
    (price, danger, after, numbers) => {
      const walker = new Walker(definition, {
        ...goodData,
        price,
        danger,
        after,
      });
      numbers.forEach(([kind, choice]) => walker.tryOne(kind, choice));
      let [snapshot] = initialTransition(machine);
      for (const trial of walker.trials) {
        const { result, command } = trial;
        const name = eventOf(trial);
        if (result.ok && name) {
          const event = { type: name, data: result.item.data };
          expect(snapshot.can(event)).toBe(true);
          [snapshot] = transition(machine, snapshot, event);
          expect([name, snapshot.value]).toEqual([name, result.item.state]);
          compared += 1;
        } else if (!result.ok && /^unknown-(action|event)$/.test(result.code)) {
          const isNamed = command.type === 'action' || command.type === 'event';
          expect(isNamed && snapshot.can({ type: name ?? '', data: {} })).toBe(
            false,
          );
          refused += 1;
        }
      }
    },
  );
  fc.assert(property, { numRuns: 500 });
  expect(compared).toBeGreaterThan(2_500);
  expect(refused).toBeGreaterThan(500);
});
