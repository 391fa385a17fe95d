import { Ballot, boardsOf, Command, ItemBoard, step, WorkItem } from './index';
import { as, carl, cora, done, handedIn, otto, votes } from './testing/desk';
import { improvement } from './testing/improvement';
import { people } from './testing/people';

/** The council votes until its deadline; whoever is silent then consents. */
const own = improvement(yaml =>
  yaml
    .replace(
      'deadline: { after: P5D, then: noQuorum }\n          safety',
      'deadline: { after: P5D, then: approve, tacit: true }\n          safety',
    )
    // Of nobody votes it says something else.
    .replace('after P4D, after P5D]', 'after P4D, vote council reject x5]')
    .replace('expect: { state: parked }', 'expect: { state: refused }'),
);

const run = (item: WorkItem, command: Command, actor: string) =>
  done(step(own, item, command, as(actor)));

const opened = () =>
  run(handedIn(), { type: 'action', action: 'pass' }, people.lead).item;

function afterDeadline(ballots: Ballot[], change: Partial<ItemBoard> = {}) {
  const item = opened();
  const boards = item.boards.map(board => ({ ...board, ...change }));
  const { entry } = item;
  const id = 'deadline:council';
  return run(
    { ...item, boards },
    { type: 'timer', id, entry, ballots },
    'system',
  );
}

describe('a board under which silence is consent', () => {
  it('approves when nobody objects in time, and says that it was so', () => {
    const { item, lines } = afterDeadline(votes({ [carl]: 'approve' }));
    expect(item.state).toBe('building');
    expect(lines.find(({ type }) => type === 'boardClosed')?.payload).toEqual(
      expect.objectContaining({
        ...{ outcome: 'approved', tacit: true },
        count: { for: 1, against: 0, abstained: 0, cast: 1 },
      }),
    );
    const [shown] = boardsOf(own, item, as(cora), new Map());
    expect(shown).toMatchObject({ state: 'approved', tacit: true });
  });

  it('does so even when nobody votes at all', () => {
    expect(afterDeadline([]).item.state).toBe('building');
  });

  it.each<[string, Ballot[], Partial<ItemBoard>, string]>([
    ['somebody objects', votes({ [carl]: 'reject' }), {}, 'parked'],
    [
      'nobody is left who may vote',
      [],
      { included: [{ role: 'keeper', people: [] }] },
      'parked',
    ],
    [
      'a quorum has decided',
      votes({ [cora]: 'reject', [carl]: 'reject', [otto]: 'approve' }),
      {},
      'refused',
    ],
  ])('does not when %s', (_, ballots, change, state) => {
    const { item } = afterDeadline(ballots, change);
    expect(item.state).toBe(state);
    expect(item.boards[0].tacit).toBeUndefined();
  });
});
