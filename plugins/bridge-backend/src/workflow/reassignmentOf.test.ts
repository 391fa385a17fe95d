import { Assignment } from './assignments';
import { reassignmentOf } from './reassignmentOf';

/** `a` stands for own work of a, `b>a` for what b does on behalf of a. */
function assignments(text: string): Assignment[] {
  return text
    .split(' ')
    .filter(word => word !== '')
    .map(word => {
      const [person, onBehalfOf = ''] = word.split('>');
      return { person, onBehalfOf };
    });
}

describe('who gets work and who gives it up', () => {
  it.each([
    { before: '', after: '' },
    { before: 'a b', after: 'b a' },
    { before: 'a b>a', after: 'b>a a' },
    { before: '', after: 'a', joined: 'a', left: '' },
    { before: 'a', after: '', joined: '', left: 'a' },
    { before: 'a b c', after: 'd b e', joined: 'd e', left: 'a c' },
    { before: 'a b', after: 'a b b>a', joined: 'b>a', left: '' },
    { before: 'a b>a', after: 'a c>a', joined: 'c>a', left: 'b>a' },
  ])('between “$before” and “$after”', ({ before, after, joined, left }) => {
    expect(reassignmentOf(assignments(before), assignments(after))).toEqual(
      joined === undefined
        ? undefined
        : { joined: assignments(joined), left: assignments(left) },
    );
  });
});
