import {
  boardRule,
  Choice,
  Command,
  runScenarios,
  step,
  Step,
  WorkflowDefinition,
  WorkItem,
} from './index';
import {
  as,
  carl,
  chad,
  cora,
  done,
  handedIn,
  numbers,
  otto,
  types,
  votes,
} from './testing/desk';
import { directory, people } from './testing/people';
import { improvement } from './testing/improvement';

const CARING =
  'cancelOthersOn: [rejected]\n        materialFields: [price, danger]\n        carryOver: approve';

const caring = improvement(yaml =>
  yaml.replace('cancelOthersOn: [rejected]', CARING),
);
const careless = improvement();

const LETTERS: { [person: string]: Choice } = {
  [carl]: 'approve',
  [chad]: 'reject',
  [otto]: 'approve',
  [cora]: 'sendBack',
};

/** Handed in, voted on with these letters, and handed in once more. */
function again(
  change: object,
  {
    letters = LETTERS,
    workflow = caring,
    members = directory.members('group:default/committee'),
  } = {},
): Step {
  const run = (item: WorkItem, actor: string, command: Command) =>
    done(step(workflow, item, command, as(actor)));
  const pass: Command = { type: 'action', action: 'pass' };
  const opened = run(handedIn(), people.lead, pass).item;
  const { item } = run(opened, 'system', {
    ...{ type: 'closeBoard', board: 'council', round: 1 },
    ...{ ballots: votes(letters), ballotsHash: 'h' },
  });
  expect(item.state).toBe('writing');
  const data = { ...numbers, ...change };
  const handIn: Command = { type: 'action', action: 'handIn', data };
  const looked = run(item, people.writer, handIn).item;
  const changed = {
    ...directory,
    members: (group: string) =>
      group === 'group:default/committee' ? members : directory.members(group),
  };
  const context = { ...as(people.lead), directory: changed };
  return done(step(workflow, looked, pass, context));
}

const votersIn = ({ carried }: Step) =>
  carried.map(({ board, round, ballots }) => [
    board,
    round,
    ballots.map(({ voter, choice }) => `${voter} ${choice}`),
  ]);

describe('approvals of a vote that was sent back', () => {
  it('stand on when nothing that matters was changed, and no other vote does', () => {
    const result = again({ before: 11 });
    expect(votersIn(result)).toEqual([
      ['council', 2, [`${carl} approve`, `${otto} approve`]],
    ]);
    expect(types(result)).toContain('ballotsCarried');
    const line = result.lines.find(({ type }) => type === 'ballotsCarried');
    expect(line?.payload).toEqual({ board: 'council', round: 2, count: 2 });
    expect(result.item.kept).toEqual({});
  });

  it('are dismissed when something that matters was changed, or where the rules say nothing', () => {
    expect(again({ price: 60_000 }).carried).toEqual([]);
    expect(again({}, { workflow: careless }).carried).toEqual([]);
    expect(again({}, { workflow: careless }).item.kept).toBeUndefined();
  });

  it('stand on only for those who may vote now', () => {
    const members = [cora, chad, otto];
    expect(votersIn(again({}, { members }))).toEqual([
      ['council', 2, [`${otto} approve`]],
    ]);
  });

  it('count in a scenario as well, so that the chair alone completes them', () => {
    const by = (person: string) => ({
      do: 'vote council approve x1',
      by: person,
    });
    const scenario = {
      name: { en: 'sent back', zh: '退回' },
      data: { ...numbers, price: 100 },
      steps: [
        ...['handIn', 'pass', by('keeper'), 'vote council sendBack x1'],
        ...['handIn', 'pass', 'vote council approve x2'],
      ],
      expect: { state: 'building' },
    };
    const ends = (workflow: WorkflowDefinition) =>
      runScenarios({ ...workflow, scenarios: [scenario] }).map(({ ok }) => ok);
    expect([ends(caring), ends(careless)]).toEqual([[true], [false]]);
  });

  it('are told in the rule of the board', () => {
    const { council } = caring.states;
    const rules =
      council.type === 'approval'
        ? boardRule(caring, council.approval.boards.council)
        : [];
    expect(rules.at(-1)).toEqual({
      en: 'After a send-back approvals stand on, unless one of these was changed: Price, Danger.',
      zh: '退回后再次提交，若以下内容未改动，原同意票继续有效：费用、风险。',
    });
  });
});
