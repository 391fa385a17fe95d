import {
  actionsOf,
  assigneesOf,
  Ballot,
  BallotCondition,
  checkBallot,
  Command,
  conditionsOf,
  step,
  WorkItem,
} from './index';
import {
  as,
  carl,
  chad,
  cleo,
  close,
  cora,
  definition,
  done,
  now,
  onBoard,
  otto,
  votes,
} from './testing/desk';
import { directory, people } from './testing/people';

const asked = (text: string, owner: string): BallotCondition => ({
  ...{ text, owner, due: '2025-04-01' },
});
const night = asked('Ask the night shift first.', people.writer);
const spare = asked('Keep a spare part in stock.', people.lead);
const stop = asked('Stop after three months.', people.writer);

/** All who may vote are for it; two of them with conditions. */
const ballots: Ballot[] = votes({
  [cora]: 'approve',
  [carl]: 'approveWithConditions',
  [chad]: 'approveWithConditions',
  [otto]: 'reject',
}).map(ballot => ({
  ...ballot,
  ...(ballot.voter === carl && { conditions: [night, spare] }),
  ...(ballot.voter === chad && { conditions: [stop] }),
}));

const decided = () => done(close(onBoard(), 'council', ballots));

const report = (item: WorkItem, actor: string, input: object) =>
  step(definition, item, { type: 'condition', ...input } as Command, as(actor));

const met = (item: WorkItem, actor: string, condition: string) =>
  done(report(item, actor, { condition, met: true })).item;

describe('a ballot with conditions', () => {
  const check = (choice: string, conditions?: BallotCondition[]) => {
    const ballot = { board: 'council', choice, conditions };
    return checkBallot(definition, onBoard(), ballot, undefined, as(carl));
  };

  it.each([
    ['approveWithConditions', undefined, 'conditions-required'],
    ['approveWithConditions', [], 'conditions-required'],
    ['approve', [night], 'conditions-not-wanted'],
    ['approveWithConditions', [night], undefined],
    [
      'approveWithConditions',
      [night, { ...night, due: '2025-02-28' }],
      'condition-past',
    ],
    ['approveWithConditions', [{ ...night, due: now.slice(0, 10) }], undefined],
  ])('%s with %j: %s', (choice, conditions, code) => {
    expect(check(choice, conditions)?.code).toBe(code);
  });

  it('says which day has passed', () => {
    const late = { ...night, due: '2025-02-28' };
    expect(check('approveWithConditions', [night, late])?.params).toEqual({
      place: 1,
    });
  });
});

describe('a conditional decision', () => {
  it('imposes what those asked for who approved with conditions', () => {
    const { item, lines, effects } = decided();
    const place = { state: 'council', board: 'council' };
    const conditions = [
      { id: 'council.1.1', ...place, ...night, by: carl },
      { id: 'council.1.2', ...place, ...spare, by: carl },
      { id: 'council.1.3', ...place, ...stop, by: chad },
    ];
    expect(item).toMatchObject({ state: 'promises', conditions });
    expect(lines.find(({ type }) => type === 'boardClosed')?.payload).toEqual(
      expect.objectContaining({ outcome: 'conditional', conditions }),
    );
    // Whoever must see to something is told, once.
    expect(effects).toMatchObject([
      { use: 'notify', recipients: [people.writer, people.lead] },
    ]);
  });

  it('imposes nothing where the approvals without conditions carry it', () => {
    const most = ballots.map(ballot =>
      ballot.voter === carl
        ? ballot
        : { ...ballot, choice: 'approve' as const },
    );
    const { item } = done(close(onBoard(), 'council', most));
    expect(item).toMatchObject({ state: 'building' });
    expect(item.conditions).toBeUndefined();
  });

  it('does not take what a recused member asked for', () => {
    const own = { ...ballots[1], voter: cleo };
    const { item } = done(close(onBoard(), 'council', [own, ...ballots]));
    expect(item.conditions?.map(({ by }) => by)).toEqual([carl, carl, chad]);
  });

  it('leads on only when every condition is met', () => {
    const kept = (item: WorkItem) =>
      actionsOf(definition, item, as(cora)).find(({ id }) => id === 'kept');
    const { item } = decided();
    expect(kept(item)).toMatchObject({
      allowed: false,
      why: { code: 'guard' },
    });
    const two = met(
      met(item, people.writer, 'council.1.1'),
      cora,
      'council.1.2',
    );
    expect(kept(two)?.allowed).toBe(false);
    const all = met(two, people.writer, 'council.1.3');
    expect(kept(all)?.allowed).toBe(true);
    const go: Command = { type: 'action', action: 'kept' };
    const after = done(step(definition, all, go, as(cora)));
    expect(after.item.state).toBe('building');
    // What is over can no longer be reported on.
    const late = report(after.item, people.writer, {
      ...{ condition: 'council.1.1', met: false },
    });
    expect(late).toMatchObject({ ok: false, code: 'conditions-closed' });
  });
});

describe('a condition', () => {
  const { item } = decided();

  it('is met when its owner says so, with who, when and how', () => {
    const input = { condition: 'council.1.2', met: true, note: ' Shelf 4. ' };
    const result = done(report(item, people.lead, input));
    expect(result.item.conditions?.[1]).toEqual({
      ...{ id: 'council.1.2', state: 'council', board: 'council' },
      ...{ ...spare, by: carl },
      met: { by: people.lead, at: now, note: 'Shelf 4.' },
    });
    expect(result.lines).toEqual([
      {
        type: 'condition',
        payload: {
          ...{ condition: 'council.1.2', met: true, note: 'Shelf 4.' },
          ...{ text: spare.text, owner: people.lead },
        },
      },
    ]);
    expect(result.item.entry).toBe(item.entry);
  });

  it('may turn out not to be met', () => {
    const done1 = met(item, people.lead, 'council.1.2');
    const input = { condition: 'council.1.2', met: false, note: 'It is gone.' };
    const { item: after } = done(report(done1, cora, input));
    expect(after.conditions).toEqual(item.conditions);
  });

  it.each([
    [
      people.lead,
      { condition: 'council.1.1', met: true },
      'not-your-condition',
    ],
    [chad, { condition: 'council.1.1', met: true }, 'not-your-condition'],
    [cora, { condition: 'council.9.9', met: true }, 'unknown-condition'],
    [cora, { condition: 'council.1.1', met: false }, 'condition-as-it-is'],
  ])('is left alone: %s says %j', (actor, input, code) => {
    expect(report(item, actor, input)).toMatchObject({ ok: false, code });
  });

  it('waits for its owner until it is met, then for whoever decides', () => {
    const waitsFor = (one: WorkItem) => assigneesOf(definition, one, directory);
    expect(waitsFor(item)).toEqual([people.writer, people.lead]);
    const one = met(item, people.lead, 'council.1.2');
    expect(waitsFor(one)).toEqual([people.writer]);
    const two = met(one, cora, 'council.1.1');
    expect(waitsFor(met(two, cora, 'council.1.3'))).toEqual([cora]);
  });

  it('is shown to each with what that person may do', () => {
    const allowedTo = (actor: string) =>
      conditionsOf(definition, item, as(actor)).map(({ allowed }) => allowed);
    expect(allowedTo(people.writer)).toEqual([true, false, true]);
    expect(allowedTo(cora)).toEqual([true, true, true]);
    expect(conditionsOf(definition, item, as(chad))[0]).toMatchObject({
      ...{ label: { en: 'Council', zh: '委员会' }, allowed: false },
      why: { code: 'not-your-condition' },
    });
  });

  it('is taken back when the question is put anew', () => {
    const hold: Command = { type: 'action', action: 'hold', comment: 'Later.' };
    const held = done(step(definition, item, hold, as(cora))).item;
    expect(held).toMatchObject({ state: 'parked', conditions: [{}, {}, {}] });
    const again = { ...held, previous: 'council' };
    const resume: Command = { type: 'action', action: 'resume' };
    const reopened = done(step(definition, again, resume, as(cora))).item;
    expect(reopened.boards).toMatchObject([{ id: 'council', round: 2 }]);
    expect(reopened.conditions).toBeUndefined();
    const votesNow = ballots.map(ballot => ({ ...ballot, at: now }));
    const next = done(close(reopened, 'council', votesNow, 2)).item;
    expect(next.conditions?.map(({ id }) => id)).toEqual([
      ...['council.2.1', 'council.2.2', 'council.2.3'],
    ]);
  });
});
