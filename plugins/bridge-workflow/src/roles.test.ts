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
