import { Command, Step, step, WorkItem } from './index';
import { as, done, handedIn } from './testing/desk';
import { improvement } from './testing/improvement';
import { people } from './testing/people';

/** Who looks first is reminded again and again, and in the end passed over. */
const own = improvement(yaml =>
  yaml.replace(
    '- id: slow\n',
    `- id: nag
          after: P2D
          repeat: { every: P1D, times: 2 }
          do: [{ use: notify, with: { to: assignees, template: nag } }]
        - id: slow\n`,
  ),
);

const pass: Command = { type: 'action', action: 'pass' };

describe('a timer that repeats', () => {
  const item = handedIn();
  const fire = (id: string, now: string, from: WorkItem = item): Step =>
    done(
      step(
        own,
        from,
        { type: 'timer', id, entry: from.entry },
        as('system', now),
      ),
    );

  it('comes so many times more, counted from when the turn before was carried out', () => {
    const first = fire('nag', '2025-03-05T08:00:00.000Z');
    const { entry } = item;
    expect(first.timers).toEqual([
      { id: 'nag~2', entry, fireAt: '2025-03-06T08:00:00.000Z' },
    ]);
    // The second turn was a week late: the third does not come at once.
    const second = fire('nag~2', '2025-03-13T09:30:00.000Z');
    expect(second.timers).toEqual([
      { id: 'nag~3', entry, fireAt: '2025-03-14T09:30:00.000Z' },
    ]);
    const third = fire('nag~3', '2025-03-14T09:30:00.000Z');
    expect(third.timers).toEqual([]);
    for (const { lines, effects } of [first, second, third]) {
      expect(lines).toEqual([{ type: 'timer', payload: { timer: 'nag' } }]);
      expect(effects).toMatchObject([{ use: 'notify' }]);
    }
  });

  it('ends when the state is left', () => {
    const left = done(step(own, item, pass, as(people.lead))).item;
    const late: Command = { type: 'timer', id: 'nag~2', entry: item.entry };
    expect(step(own, left, late, as('system'))).toMatchObject({
      ...{ ok: false, code: 'stale-timer' },
    });
  });
});
