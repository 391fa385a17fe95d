import {
  boardRule,
  boardsOf,
  Command,
  isMisseated,
  readersOf,
  step,
  tally,
  WorkItem,
  worksOn,
  WorkflowDefinition,
} from './index';
import {
  as,
  carl,
  chad,
  cleo,
  cora,
  definition,
  done,
  now,
  numbers,
  onBoard,
  otto,
  types,
  votes,
} from './testing/desk';
import { contested } from './testing/contested';
import { improvement } from './testing/improvement';
import { directory, people } from './testing/people';

const { stranger: zoe, auditor: ada, writer } = people;
const CLERK = `
    clerk:
      label: { en: clerk, zh: 文书 }
      from: { group: 'group:default/auditors' }
      min: 1`;

/** The clerks say who votes, and the writer happens to be one of them. */
const bySeats = improvement(yaml =>
  yaml
    .replace('\n    auditor:', `${CLERK}\n    auditor:`)
    .replace(
      'chair: speaker\n',
      'chair: speaker\n            seats: { by: [clerk] }\n',
    ),
);

interface Wish {
  by?: string;
  board?: string;
  reason?: string;
  in?: WorkflowDefinition;
}

function change(
  item: WorkItem,
  what: 'add' | 'remove',
  voter: string,
  { by = cora, board = 'council', reason = 'Knows it.', ...more }: Wish = {},
) {
  const command = { type: 'voters' as const, board, voter, change: what };
  return step(more.in ?? definition, item, { ...command, reason }, as(by));
}

const council = ({ states: { council: state } } = definition) => {
  if (state.type !== 'approval') {
    throw new Error('it is an approval');
  }
  return state.approval.boards.council;
};

describe('who votes on an open board', () => {
  it('is added to by the chair, with a reason, and is asked to vote', () => {
    const { item, lines, effects, entered } = done(
      change(onBoard(), 'add', zoe, { reason: ' Runs the press. ' }),
    );
    const [board] = item.boards;
    expect(board.electorate.at(-1)).toEqual({
      ...{ ref: zoe, chair: false, added: true },
    });
    expect(board.changes).toEqual([
      {
        ...{ voter: zoe, change: 'add', by: cora, at: now },
        reason: 'Runs the press.',
      },
    ]);
    expect(lines).toEqual([
      {
        type: 'voterAdded',
        payload: {
          ...{ board: 'council', round: 1, voter: zoe },
          reason: 'Runs the press.',
        },
      },
    ]);
    expect(effects).toMatchObject([
      { use: 'notify', with: { template: 'item-waiting' }, recipients: [zoe] },
    ]);
    expect(entered).toBe(false);
    const ballots = votes({ [zoe]: 'approve', [chad]: 'approve' });
    expect(tally(council(), board, ballots)).toMatchObject({
      ...{ count: { for: 2, cast: 2 }, quorum: { needed: 3 } },
    });
    // Whoever was added belongs to no role, and so leaves none.
    expect(isMisseated(definition, item, as('system'))).toBe(false);
  });

  it('is taken from, and what was cast is kept but counts no more', () => {
    const { item, lines } = done(
      change(onBoard(), 'remove', carl, { reason: 'Is on another site.' }),
    );
    expect(lines.map(({ type }) => type)).toEqual(['voterRemoved']);
    const [board] = item.boards;
    expect(board.recused.at(-1)).toMatchObject({
      ...{ voter: carl, kind: 'removed', by: cora },
    });
    const ballots = votes({ [carl]: 'reject', [cora]: 'approve' });
    expect(tally(council(), board, ballots).count).toMatchObject({
      ...{ for: 1, against: 0, cast: 1 },
    });
    // It is no conflict of interest: whoever works on the item goes on.
    const helping = { ...item, data: { ...item.data, authors: [] } };
    expect(worksOn(definition, carl, helping, directory)).toBe(true);
    const outsider = done(change(onBoard(), 'add', zoe)).item;
    expect(readersOf(definition, outsider, directory)).toContain(zoe);
    const gone = done(change(outsider, 'remove', zoe)).item;
    expect(readersOf(definition, gone, directory)).not.toContain(zoe);

    const back = done(change(item, 'add', carl)).item.boards[0];
    expect(back.electorate).toEqual(board.electorate);
    expect(tally(council(), back, ballots).count).toMatchObject({ cast: 2 });
    expect(back.changes).toMatchObject([
      { change: 'remove' },
      { change: 'add' },
    ]);
  });

  const without = (...gone: string[]) =>
    gone.reduce(
      (item, voter) => done(change(item, 'remove', voter)).item,
      onBoard(),
    );

  it.each<[string, () => unknown, string]>([
    [
      'by a member',
      () => change(onBoard(), 'add', zoe, { by: chad }),
      'not-your-voters',
    ],
    [
      'by a stranger',
      () => change(onBoard(), 'add', zoe, { by: zoe }),
      'not-your-voters',
    ],
    [
      'without a reason',
      () => change(onBoard(), 'add', zoe, { reason: ' ' }),
      'voters-reason',
    ],
    ['of oneself', () => change(onBoard(), 'remove', cora), 'own-seat'],
    ['of a voter', () => change(onBoard(), 'add', chad), 'already-voter'],
    ['of whoever wrote it', () => change(onBoard(), 'add', writer), 'kept-out'],
    ['of a recused member', () => change(onBoard(), 'add', cleo), 'kept-out'],
    ['of who has no seat', () => change(onBoard(), 'remove', zoe), 'no-voter'],
    ['of a recused seat', () => change(onBoard(), 'remove', cleo), 'no-voter'],
    [
      'that leaves too few',
      () => change(without(carl), 'remove', chad),
      'quorum-lost',
    ],
    [
      'of whom the quorum includes',
      () => change(onBoard(), 'remove', otto),
      'quorum-lost',
    ],
    [
      'on no board',
      () => change(onBoard(), 'add', zoe, { board: 'x' }),
      'unknown-board',
    ],
    [
      'where no chair is',
      () =>
        change(onBoard({ danger: 'much' }), 'add', zoe, { board: 'safety' }),
      'voters-fixed',
    ],
    [
      'by the chair, where others are named',
      () => change(onBoard(), 'add', zoe, { in: bySeats }),
      'not-your-voters',
    ],
    [
      'by whoever wrote it',
      () => change(onBoard(), 'add', zoe, { in: bySeats, by: writer }),
      'recused',
    ],
  ])('is not changed %s', (_, tried, code) => {
    expect(tried()).toMatchObject({ ok: false, code });
  });

  it('is not changed when the vote is over, nor by a chair who has stepped aside', () => {
    const [board] = onBoard().boards;
    const closed = { ...onBoard(), boards: [{ ...board, status: 'approved' }] };
    expect(change(closed as WorkItem, 'add', zoe)).toMatchObject({
      code: 'board-closed',
    });
    const recusal = { type: 'recuse' as const, board: 'council', reason: 'x' };
    const aside = done(step(definition, onBoard(), recusal, as(cora)));
    expect(change(aside.item, 'add', zoe)).toMatchObject({ code: 'recused' });
  });

  it('holds for a second vote about a veto, and not after a send-back', () => {
    const item = onBoard();
    item.boards[0].electorate[0].veto = true;
    const added = done(change(item, 'add', zoe, { in: contested })).item;
    const both = done(change(added, 'remove', carl, { in: contested })).item;
    const end = (choice: 'veto' | 'sendBack') => {
      const ballots = votes({ [cora]: choice });
      const closing = { board: 'council', round: 1, ballots, ballotsHash: 'h' };
      const command = { type: 'closeBoard' as const, ...closing };
      return done(step(contested, both, command, as('system'))).item;
    };
    const again = end('veto').boards[0];
    expect(again).toMatchObject({ round: 2, overrides: true });
    expect(again.changes).toEqual(both.boards[0].changes);
    expect(again.electorate.at(-1)).toMatchObject({ ref: zoe, added: true });
    expect(again.recused).toContainEqual(
      expect.objectContaining({ voter: carl, kind: 'removed' }),
    );

    const sent = end('sendBack');
    const fresh = [
      [writer, 'handIn', numbers],
      [people.lead, 'pass', {}],
    ].reduce(
      (before, [actor, action, form]) =>
        done(
          step(
            contested,
            before,
            { type: 'action', action, data: form } as Command,
            as(actor as string),
          ),
        ).item,
      sent,
    ).boards[0];
    expect(fresh).toMatchObject({ round: 2, status: 'open' });
    expect(fresh.changes).toBeUndefined();
    expect(fresh.electorate.map(({ ref }) => ref)).not.toContain(zoe);
  });

  it('is for those to say whom the file names, and the rule says so', () => {
    const item = onBoard();
    const offered = (person: string, workflow: WorkflowDefinition) =>
      boardsOf(workflow, item, as(person), new Map())[0].mayChangeVoters;
    expect([cora, chad].map(one => offered(one, definition))).toEqual([
      ...[true, false],
    ]);
    expect([ada, cora, writer].map(one => offered(one, bySeats))).toEqual([
      ...[true, false, false],
    ]);
    const added = done(change(item, 'add', zoe, { in: bySeats, by: ada }));
    expect(types(added)).toEqual(['voterAdded']);
    const rule = boardRule(bySeats, council(bySeats)).map(({ en }) => en);
    expect(rule).toContain(
      'These may add and remove voters while it votes: clerk.',
    );
  });
});
