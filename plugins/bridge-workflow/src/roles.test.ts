import { directoryNeeds, rolePeople } from './index';
import { definition } from './testing/desk';
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
