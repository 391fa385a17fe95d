import {
  ApprovalState,
  Ballot,
  boardRule,
  boardsOf,
  checkBallot,
  Choice,
  Command,
  step,
  WorkItem,
} from './index';
import {
  as,
  carl,
  chad,
  cleo,
  close as closeBoard,
  cora,
  done,
  handedIn,
  now,
  otto,
  types,
  votes,
} from './testing/desk';
import { contested as own } from './testing/contested';
import { improvement } from './testing/improvement';
import { people } from './testing/people';
import { laterThan } from './walk';

const run = (item: WorkItem, command: Command, at = now) =>
  step(own, item, command, as('system', at));

const opened = () =>
  done(
    step(own, handedIn(), { type: 'action', action: 'pass' }, as(people.lead)),
  ).item;

const close = (item: WorkItem, letters: { [person: string]: Choice }) => {
  const { round } = item.boards[0];
  return done(closeBoard(item, 'council', votes(letters), round, own));
};

const endOfTime = (item: WorkItem, id: string, ballots: Ballot[], at = now) =>
  run(item, { type: 'timer', id, entry: item.entry, ballots }, at);

const vetoed = () => close(opened(), { [cora]: 'veto', [carl]: 'approve' });

describe('a board whose veto may be overridden', () => {
  it('votes about the veto in a round of its own, with its whole time', () => {
    const first = opened();
    const result = vetoed();
    expect(types(result)).toEqual(['boardClosed', 'boardOpened']);
    expect(result.past).toMatchObject([
      { round: 1, status: 'rejected', closedAt: now, ballotsHash: 'h' },
    ]);
    const [board] = result.item.boards;
    expect(result.item.state).toBe('council');
    expect(board).toMatchObject({
      ...{ id: 'council', round: 2, status: 'open', overrides: true },
      deadlineAt: laterThan(now, 'P5D'),
    });
    expect(board.electorate.map(({ ref }) => ref)).toEqual(
      first.boards[0].electorate.map(({ ref }) => ref),
    );
    // Whose vote is wanted once more is told so.
    const may = [cora, carl, cleo, chad, otto];
    expect(result.effects).toMatchObject([
      { use: 'notify', recipients: expect.arrayContaining([carl]) },
    ]);
    expect(may).toEqual(
      expect.arrayContaining(result.effects[0].recipients ?? []),
    );
  });

  it('is not vetoed again, and needs the share that overrides', () => {
    const { item } = vetoed();
    const [shown] = boardsOf(own, item, as(cora), new Map());
    expect(shown).toMatchObject({ round: 2, overrides: 0.8 });
    expect(shown.choices).not.toContain('veto');
    const again = { board: 'council', choice: 'veto', reason: 'Once more.' };
    expect(checkBallot(own, item, again, undefined, as(cora))).toMatchObject({
      code: 'unknown-choice',
    });
    const four = [cora, carl, chad, otto].map(ref => [ref, 'approve']);
    const all: { [person: string]: Choice } = Object.fromEntries(four);
    expect(close(item, all).item.state).toBe('building');
    // Three of four carried the first vote; now that is too little.
    const stands = close(item, { ...all, [cora]: 'reject' });
    expect(stands.item.state).toBe('refused');
    expect(stands.past).toEqual([]);
  });

  it('keeps out whoever has stepped aside, and hears no old deadline', () => {
    const aside = done(
      step(
        own,
        opened(),
        { type: 'recuse', board: 'council', reason: 'My brother sells it.' },
        as(carl),
      ),
    ).item;
    const { item } = close(aside, { [cora]: 'veto' });
    expect(item.boards[0].recused).toContainEqual(
      expect.objectContaining({ voter: carl, kind: 'declared' }),
    );
    expect(endOfTime(item, 'deadline:council', [])).toMatchObject({
      code: 'stale-timer',
    });
    const silent = done(endOfTime(item, 'again.1:council', []));
    expect(types(silent)).toEqual(['timer', 'boardExtended']);
  });
});

describe('a round about a veto in words', () => {
  it('says what it is about, and no more of vetoes', () => {
    const [sitting] = vetoed().item.boards;
    const { approval } = own.states.council as ApprovalState;
    const rule = boardRule(own, approval.boards.council, sitting);
    const english = rule.map(({ en }) => en);
    expect(english[0]).toContain('about the veto');
    expect(english).toContain(
      'At least 80 % of the votes for and against must be for it.',
    );
    expect(english.join(' ')).not.toContain('may veto');
  });
});

describe('a board that is prolonged while too few have voted', () => {
  it('gets more time so many times, and reminds those who are silent', () => {
    const item = opened();
    const few = votes({ [carl]: 'approve' });
    const end = laterThan(now, 'P5D');
    const first = done(endOfTime(item, 'deadline:council', few, end));
    expect(types(first)).toEqual(['timer', 'boardExtended']);
    expect(first.timers).toEqual([
      {
        ...{ id: 'again.1:council', entry: item.entry },
        fireAt: laterThan(end, 'P2D'),
      },
    ]);
    expect(first.effects).toMatchObject([{ use: 'notify' }]);
    expect(first.effects[0].recipients).not.toContain(carl);
    const [shown] = boardsOf(own, first.item, as(cora), new Map());
    expect(shown).toMatchObject({ extended: 1, state: 'open' });

    const second = done(endOfTime(first.item, 'again.1:council', few, end));
    expect(second.item.boards[0]).toMatchObject({ extended: 2, restarts: 2 });
    const third = done(endOfTime(second.item, 'again.2:council', few, end));
    expect(third.item.state).toBe('parked');
  });

  it('decides with the votes where enough have voted', () => {
    const enough = votes({
      [cora]: 'approve',
      [carl]: 'approve',
      [otto]: 'reject',
    });
    const { item } = done(endOfTime(opened(), 'deadline:council', enough));
    expect(item.state).toBe('building');
  });

  it('is not prolonged where nobody is left who could vote', () => {
    const item = opened();
    const included = [{ role: 'keeper', people: [] }];
    const boards = item.boards.map(board => ({ ...board, included }));
    const ended = endOfTime({ ...item, boards }, 'deadline:council', []);
    expect(done(ended).item.state).toBe('parked');
  });
});

describe('a state that is entered again while its board votes', () => {
  it('hands over the round before, so that its record is kept', () => {
    const around = improvement(yaml =>
      yaml.replace('milestone: deferred\n          to: parked', 'to: council'),
    );
    const item = opened();
    const defer = {
      type: 'action',
      action: 'defer',
      comment: 'Anew.',
    } as const;
    const result = done(step(around, item, defer, as(cora)));
    expect(result.past).toMatchObject([
      { id: 'council', round: 1, status: 'cancelled', closedAt: now },
    ]);
    expect(result.item.boards).toMatchObject([{ round: 2, status: 'open' }]);
  });
});
