import {
  boardsOf,
  checkBallot,
  deputiesOf,
  Directory,
  step,
  StepContext,
} from './index';
import { carl, chad, cleo, cora, done, handedIn, otto } from './testing/desk';
import { improvement } from './testing/improvement';
import { directory, people } from './testing/people';

const PASS = { type: 'action' as const, action: 'pass' };

/** The council lets people of a role stand in for its members. */
function letting(role: string) {
  const words = `delegate: { to: ${role} }\n            changeVote: never`;
  return improvement(yaml =>
    yaml.replace('chair: speaker', `chair: speaker\n            ${words}`),
  );
}

const definition = letting('committee');

/** Who votes for whom, as `{member: deputies}`. */
function withStandIns(
  named: { [member: string]: string[] },
  item?: string,
): Directory {
  return {
    ...directory,
    standInsOf: member =>
      (named[member] ?? []).map(ref => ({ ref, ...(item && { item }) })),
  };
}

function as(actor: string, named: Directory): StepContext {
  return { actor, now: '2025-03-01T08:00:00.000Z', directory: named };
}

const opened = done(
  step(definition, handedIn(), PASS, as(people.lead, directory)),
).item;

function refusal(
  actor: string,
  onBehalfOf: string,
  named: Directory,
  mine?: object,
) {
  const ballot = { board: 'council', choice: 'approve', onBehalfOf };
  const known = mine && {
    voter: onBehalfOf,
    choice: 'reject' as const,
    at: '',
    ...mine,
  };
  return checkBallot(definition, opened, ballot, known, as(actor, named))?.code;
}

describe('standing in for a member who is away', () => {
  it('lets people of the named role stand in, but nobody with a conflict', () => {
    const council = opened.boards.find(({ id }) => id === 'council');
    expect(council?.recused.map(({ voter }) => voter)).toEqual([cleo]);
    expect(council?.standIns).toEqual([cora, carl, chad, otto]);
  });

  it.each([
    ['who is named', carl, chad, { [chad]: [carl] }, undefined],
    ['who is not', carl, chad, { [chad]: [otto] }, 'not-named'],
    [
      'who was named by somebody else',
      carl,
      chad,
      { [otto]: [carl] },
      'not-named',
    ],
    [
      'who was named by whom the member has named',
      carl,
      chad,
      { [chad]: [otto], [otto]: [carl] },
      'not-named',
    ],
    [
      'of another role',
      people.lead,
      chad,
      { [chad]: [people.lead] },
      'not-a-stand-in',
    ],
    ['who is recused', cleo, chad, { [chad]: [cleo] }, 'not-a-stand-in'],
    ['for a recused member', carl, cleo, { [cleo]: [carl] }, 'recused'],
    [
      'for somebody who is no member',
      carl,
      people.writer,
      { [people.writer]: [carl] },
      'not-a-voter',
    ],
  ])('by somebody %s', (_, actor, member, named, code) => {
    expect(refusal(actor, member, withStandIns(named))).toBe(code);
  });

  it('holds for one item where it was said for one', () => {
    const named = { [chad]: [carl] };
    expect(refusal(carl, chad, withStandIns(named, opened.key))).toBe(
      undefined,
    );
    expect(refusal(carl, chad, withStandIns(named, 'IM-2025-999'))).toBe(
      'not-named',
    );
  });

  it('never undoes the vote of the member, who may always vote in person', () => {
    const named = withStandIns({ [chad]: [carl] });
    expect(refusal(carl, chad, named, {})).toBe('voted-in-person');
    expect(refusal(carl, chad, named, { castBy: carl })).toBe('already-voted');
    expect(refusal(chad, chad, named, { castBy: carl })).toBe(undefined);
    expect(refusal(chad, chad, named, {})).toBe('already-voted');
  });

  it('ends when whoever stands in declares a conflict', () => {
    const named = withStandIns({ [chad]: [carl] });
    const declared = {
      type: 'recuse' as const,
      board: 'council',
      reason: 'Ours',
    };
    const { item } = done(step(definition, opened, declared, as(carl, named)));
    expect(deputiesOf(opened, named)).toEqual([
      { person: carl, onBehalfOf: chad },
    ]);
    expect(deputiesOf(item, named)).toEqual([]);
  });

  it('shows whoever stands in their own vote, never the member’s', () => {
    const named = withStandIns({ [chad]: [carl] });
    const vote = { voter: chad, choice: 'reject' as const, at: 'now' };
    const offered = (ballot: object) =>
      boardsOf(
        definition,
        opened,
        as(carl, named),
        new Map([['council', [{ ...vote, ...ballot }]]]),
      )[0].onBehalfOf[0];
    expect(offered({ castBy: carl }).mine).toMatchObject({ choice: 'reject' });
    expect(offered({})).toMatchObject({ why: { code: 'voted-in-person' } });
    expect(offered({})).not.toHaveProperty('mine');
  });

  it('is offered while the board is open', () => {
    const named = withStandIns({ [chad]: [carl], [otto]: [carl] });
    const offered = boardsOf(definition, opened, as(carl, named), new Map());
    expect(offered[0].onBehalfOf).toMatchObject([
      { user: chad, allowed: true },
      { user: otto, allowed: true },
    ]);
    const closed = {
      ...opened,
      boards: opened.boards.map(one => ({
        ...one,
        status: 'approved' as const,
      })),
    };
    const [board] = boardsOf(definition, closed, as(carl, named), new Map());
    expect(board.onBehalfOf).toEqual([]);
  });

  it('tells whoever stands in when a vote opens, unless in conflict', () => {
    const own = letting('auditor');
    const named = { [chad]: [people.auditor], [otto]: [people.writer] };
    const { effects, item } = done(
      step(own, handedIn(), PASS, as(people.lead, withStandIns(named))),
    );
    expect(item.boards[0].standIns).toEqual([people.auditor]);
    const told = effects.find(({ use }) => use === 'notify')?.recipients;
    expect(told).toEqual([cora, carl, chad, otto, people.auditor]);
  });

  it('is no way where members vote in person', () => {
    const own = improvement();
    const { item } = done(
      step(own, handedIn(), PASS, as(people.lead, directory)),
    );
    const ballot = { board: 'council', choice: 'approve', onBehalfOf: chad };
    const context = as(carl, withStandIns({ [chad]: [carl] }));
    expect(checkBallot(own, item, ballot, undefined, context)?.code).toBe(
      'no-standing-in',
    );
  });
});
