import { refusalsOf } from './refusalsOf';
import { improvement } from './testing/improvement';

describe('where refused items stand', () => {
  it('is told by milestones, of the states and of all ways into them', () => {
    // The council may also defer, but what nobody voted on is parked as well.
    expect(refusalsOf(improvement())).toEqual({
      states: ['refused'],
      fields: [],
    });
  });
});
