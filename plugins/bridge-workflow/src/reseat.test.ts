import { boardRule, isMisseated, step, tally, WorkItem } from './index';
import { Directory } from './directory';
import {
  as,
  carl,
  chad,
  cleo,
  cora,
  done,
  now,
  onBoard,
  otto,
  types,
  votes,
} from './testing/desk';
import { definition } from './testing/desk';
import { improvement } from './testing/improvement';
import { directory, people } from './testing/people';

const live = improvement(yaml =>
  yaml.replace(
    'chair: speaker\n',
    'chair: speaker\n            electorate: live\n',
  ),
);
const zoe = people.stranger;

/** The plant, with other people on the committee. */
function committeeOf(...members: string[]): Directory {
  return {
    ...directory,
    members: group =>
      group === 'group:default/committee' ? members : directory.members(group),
  };
}

const everybody = [cora, carl, cleo, chad, otto];

function follow(item: WorkItem, members: string[], workflow = definition) {
  const context = { ...as('system'), directory: committeeOf(...members) };
  const result = step(workflow, item, { type: 'reseat' }, context);
  return { result, misseated: isMisseated(workflow, item, context) };
}

const rules = (workflow = definition) => {
  const { council } = workflow.states;
  return council.type === 'approval'
    ? council.approval.boards.council
    : undefined;
};

describe('a board whose members come and go', () => {
  it('is left alone as long as they are the same', () => {
    const { result, misseated } = follow(onBoard(), everybody);
    expect(misseated).toBe(false);
    expect(result).toMatchObject({ ok: false, code: 'no-decision' });
  });

  it('is left alone while a source of roles has failed', () => {
    const guests = { from: { custom: 'roster', with: {} }, except: [], min: 1 };
    const roles = { ...definition.roles, guests };
    const asking = { ...definition, roles } as typeof definition;
    const silent = { ...committeeOf(cora), isIncomplete: true };
    const context = { ...as('system'), directory: silent };
    expect(isMisseated(asking, onBoard(), context)).toBe(false);
    expect(isMisseated(definition, onBoard(), context)).toBe(true);
  });

  it('counts whoever has left no more, and whoever is back again', () => {
    const gone = follow(onBoard(), [cora, chad, otto, cleo]);
    expect(gone.misseated).toBe(true);
    const { item, lines } = done(gone.result);
    expect(types(done(gone.result))).toEqual(['reseated']);
    expect(lines[0].payload).toEqual({
      ...{ board: 'council', round: 1, left: [carl], back: [], joined: [] },
    });
    const [board] = item.boards;
    expect(board.recused).toMatchObject([
      { voter: cleo, kind: 'automatic' },
      { voter: carl, kind: 'left', reason: { zh: '已不在表决人之列' } },
    ]);
    const ballots = votes({ [carl]: 'approve', [cora]: 'approve' });
    const rule = rules();
    expect(rule && tally(rule, board, ballots)).toMatchObject({
      count: { cast: 1 },
      quorum: { needed: 3, present: 1 },
    });

    const again = done(follow(item, everybody).result);
    expect(again.item.boards[0].recused).toMatchObject([{ voter: cleo }]);
    expect(again.effects).toMatchObject([
      { use: 'notify', recipients: [carl] },
    ]);
  });

  it('lets newcomers vote only where its rules say so', () => {
    const members = [...everybody, zoe];
    expect(follow(onBoard(), members).misseated).toBe(false);
    const { item, effects } = done(follow(onBoard(), members, live).result);
    expect(item.boards[0].electorate.map(({ ref }) => ref)).toEqual(members);
    expect(effects).toMatchObject([{ recipients: [zoe] }]);
    const rule = rules(live);
    expect(rule && boardRule(live, rule).map(({ en }) => en)).toContain(
      'Whoever joins while it votes may vote, too.',
    );
  });

  it('recuses newcomers like everybody else', () => {
    const members = [...everybody, people.writer];
    const { item, effects } = done(follow(onBoard(), members, live).result);
    expect(item.boards[0].recused).toMatchObject([
      { voter: cleo },
      { voter: people.writer, kind: 'automatic' },
    ]);
    expect(effects).toEqual([]);
  });

  it('ends where too few are left, and not where a group is not found', () => {
    const few = done(follow(onBoard(), [cora, chad]).result);
    expect(few.item.state).not.toBe('council');
    expect(few.item.boards[0]).toMatchObject({
      ...{ status: 'noQuorum', closedAt: now },
    });
    expect(follow(onBoard(), []).misseated).toBe(false);
  });
});
