import { stepRefusal, stepsFor, VersionFacts } from './publishing';

const author: VersionFacts = {
  ...{ status: 'draft', isOwnWork: true, mayManage: true, mayPublish: true },
};
const second: VersionFacts = { ...author, isOwnWork: false };
const reader: VersionFacts = {
  ...{ status: 'draft', isOwnWork: false, mayManage: false, mayPublish: false },
};

function allowed(facts: VersionFacts): string {
  return stepsFor(facts)
    .filter(step => step.allowed)
    .map(({ id }) => id)
    .join(' ');
}

describe('putting a version of a workflow into force', () => {
  it.each<[string, VersionFacts, string]>([
    ['the author of a draft', author, 'submit discard'],
    ['somebody else who manages', second, 'submit discard'],
    ['a reader', reader, ''],
    [
      'the author in review',
      { ...author, status: 'inReview' },
      'return discard',
    ],
    [
      'a second person in review',
      { ...second, status: 'inReview' },
      'return publish discard',
    ],
    [
      'somebody who only publishes',
      { ...second, status: 'inReview', mayManage: false },
      'return publish',
    ],
    ['anybody, once it is in force', { ...second, status: 'published' }, ''],
    ['anybody, once it is discarded', { ...author, status: 'discarded' }, ''],
  ])('%s may: %#', (_, facts, steps) => {
    expect(allowed(facts)).toBe(steps);
  });

  it('says to the author that somebody else has to', () => {
    const facts: VersionFacts = { ...author, status: 'inReview' };
    expect(stepRefusal('publish', facts)?.en).toMatch(/Somebody else/);
    expect(stepRefusal('edit', facts)?.en).toMatch(/no draft/);
  });
});
