import { Command, directoryNeeds, rolePeople, step } from './index';
import { as, cleo, definition, done, handedIn, otto } from './testing/desk';
import { improvement } from './testing/improvement';
import { directory, people } from './testing/people';

describe('the people of a role', () => {
  it.each<[left: string[], stay: string[]]>([
    [[], [people.lead, people.backup]],
    [[people.lead], [people.backup]],
    [[people.lead, people.backup], [people.writer]],
    // Nobody at all could take their place: who it was is still to be seen.
    [[people.lead, people.backup, people.writer], [people.writer]],
  ])('counts those who have left as absent: %j', (left, stay) => {
    const authors = [people.lead, people.backup];
    const item = { data: { authors }, createdBy: people.writer };
    const known = {
      ...directory,
      hasLeft: (one: string) => left.includes(one),
    };
    expect(directoryNeeds(definition, item).people).toEqual(authors);
    expect(rolePeople(definition, 'authors', item, known)).toEqual(stay);
    const onlyAuthors = {
      ...definition,
      roles: {
        authors: { ...definition.roles.authors, fallback: 'nobodies' },
        nobodies: {
          ...definition.roles.authors,
          from: { group: 'group:default/nobody' },
          fallback: undefined,
        },
      },
    };
    const alone = rolePeople(onlyAuthors, 'authors', item, known);
    expect(alone).toEqual(left.length > 1 ? authors : stay);
  });
});

describe('whoever leads a group', () => {
  const rule = {
    ...{ from: "voter.department == 'group:default/sales'" },
    to: "voter.leads.exists(one, one == 'group:default/tools')",
  };
  const speaker = "from: { group: 'group:default/committee-speaker' }";
  const own = improvement(yaml =>
    yaml
      .replace(rule.from, rule.to)
      .replace(speaker, `${speaker}\n      fallback: keeper`)
      .replace('{ role: keeper, when: data.price >= 50000 }', 'speaker'),
  );
  const council = (heads: { [person: string]: string[] }, workflow = own) => {
    const leadsOf = (person: string) => heads[person] ?? [];
    const context = {
      ...as(people.lead),
      directory: { ...directory, leadsOf },
    };
    const pass: Command = { type: 'action', action: 'pass' };
    return done(step(workflow, handedIn(), pass, context)).item.boards[0];
  };
  const chairs = (board: ReturnType<typeof council>) =>
    board.electorate.filter(({ chair }) => chair).map(({ ref }) => ref);

  it('is asked for where a condition reads it, and may be recused for it', () => {
    const item = { data: {}, createdBy: people.writer };
    expect(directoryNeeds(own, item)).toMatchObject({
      ...{ leads: true, departments: false },
    });
    expect(directoryNeeds(definition, item).leads).toBeUndefined();
    const board = council({
      [cleo]: ['group:default/sales', 'group:default/tools'],
      [otto]: ['group:default/sales'],
    });
    expect(board.recused.map(({ voter }) => voter)).toEqual([cleo]);
    expect(chairs(board)).toEqual([people.speaker]);
    expect(council({}).recused).toEqual([]);
  });

  it('leaves the chair and a seat in the quorum to the fallback of the role', () => {
    const heads = { [people.speaker]: ['group:default/tools'] };
    const board = council(heads);
    expect(chairs(board)).toEqual([otto]);
    expect(board.included).toEqual([{ role: 'speaker', people: [otto] }]);
    // Where nobody could take its place, the role stays whose it is.
    const alone = improvement(yaml =>
      yaml
        .replace(rule.from, rule.to)
        .replace('{ role: keeper, when: data.price >= 50000 }', 'speaker'),
    );
    expect(council(heads, alone).included).toEqual([
      { role: 'speaker', people: [people.speaker] },
    ]);
  });
});

describe('a quorum', () => {
  it('knows which of its members must have voted, by their department and system', () => {
    const label = 'label: { en: One, zh: 一名 }';
    const own = improvement(yaml =>
      yaml.replace(
        '                - { role: keeper, when: data.price >= 50000 }',
        [
          `- { voter: size(voter.owns) > 0, ${label} }`,
          `- { voter: "voter.department == 'group:default/sales'", ${label} }`,
          `- { voter: "voter.department == 'group:default/no-one'", ${label} }`,
        ]
          .map(line => `                ${line}`)
          .join('\n'),
      ),
    );
    const pass: Command = { type: 'action', action: 'pass' };
    const { item } = done(step(own, handedIn(), pass, as(people.lead)));
    expect(item.boards[0].included).toEqual([
      { people: [otto], seated: true },
      { people: [cleo], seated: true },
      { people: [], seated: true },
    ]);
  });
});
