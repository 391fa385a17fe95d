import { reassignmentOf } from './reassignmentOf';

describe('who gets work and who gives it up', () => {
  it.each([
    { before: [], after: [], change: undefined },
    { before: ['a', 'b'], after: ['b', 'a'], change: undefined },
    { before: [], after: ['a'], change: { joined: ['a'], left: [] } },
    { before: ['a'], after: [], change: { joined: [], left: ['a'] } },
    {
      before: ['a', 'b', 'c'],
      after: ['d', 'b', 'e'],
      change: { joined: ['d', 'e'], left: ['a', 'c'] },
    },
  ])('between $before and $after', ({ before, after, change }) => {
    expect(reassignmentOf(before, after)).toEqual(change);
  });
});
