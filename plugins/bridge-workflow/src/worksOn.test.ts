import { worksOn } from './index';
import { definition, handedIn, onBoard } from './testing/desk';
import { directory, people } from './testing/people';

const waiting = handedIn();
const voting = onBoard({ danger: 'much' });

describe('who works on an item', () => {
  it.each([
    ['who made it', people.writer, false],
    ['a super user of its system', people.lead, true],
    ['another super user of its system', people.backup, true],
    ['who owns its system', people.keeper, true],
    ['a member of the council', 'user:default/carl', true],
    ['who checks its benefit', people.auditor, true],
    ['somebody who only reads it', people.stranger, false],
  ])('%s: %s, %s', (_, person, expected) => {
    expect(worksOn(definition, person, waiting, directory)).toBe(expected);
  });

  it('is not whoever only stands on the side of its maker', () => {
    const authors = [people.writer, people.stranger];
    const item = { ...waiting, data: { ...waiting.data, authors } };
    expect(worksOn(definition, people.stranger, item, directory)).toBe(false);
    expect(worksOn(definition, people.writer, item, directory)).toBe(false);
  });

  it('is not whoever is credited with having asked for it', () => {
    const { roles, subject } = definition;
    const asked = {
      ...definition,
      roles: {
        ...roles,
        askers: { from: { field: 'data.authors' }, except: [] },
      },
      subject: { ...subject, credits: { proposers: 'askers' } },
    } as typeof definition;
    const authors = [people.stranger];
    const item = { ...waiting, data: { ...waiting.data, authors } };
    expect(worksOn(asked, people.stranger, item, directory)).toBe(false);
  });

  it('is also who made it, where they would be asked had another made it', () => {
    const item = { ...waiting, createdBy: people.lead };
    expect(worksOn(definition, people.lead, item, directory)).toBe(true);
  });

  it('is not who made it, where that takes their part from them', () => {
    const item = { ...waiting, createdBy: people.auditor };
    expect(worksOn(definition, people.auditor, item, directory)).toBe(false);
  });

  it('is who votes on it, and who stands in, but not who was recused', () => {
    const [board, ...others] = voting.boards;
    const guest = people.stranger;
    const outsider = 'user:default/nobody';
    const electorate = [{ ref: outsider, chair: false, weight: 1 }];
    const seated = (recused: object[]) => ({
      ...voting,
      boards: [
        { ...board, electorate, standIns: [guest], recused },
        ...others,
      ] as typeof voting.boards,
    });
    const works = (person: string, recused: object[] = []) =>
      worksOn(definition, person, seated(recused), directory);
    expect(works(outsider)).toBe(true);
    expect(works(guest)).toBe(true);
    expect(works(outsider, [{ voter: outsider }])).toBe(false);
    // Nor by another role of theirs.
    const member = 'user:default/carl';
    expect(works(member)).toBe(true);
    expect(works(member, [{ voter: member }])).toBe(false);
  });

  it('is who must see to a condition until it is met', () => {
    const condition = { owner: people.stranger, state: 'council' };
    const withCondition = (met?: object) =>
      ({ ...waiting, conditions: [{ ...condition, met }] } as never);
    const works = (met?: object) =>
      worksOn(definition, people.stranger, withCondition(met), directory);
    expect([works(), works({})]).toEqual([true, false]);
  });
});
