import { durationOf, durationParts } from './durationParts';

describe('a duration', () => {
  it.each([
    ['PT30M', { amount: '30', unit: 'minutes' }],
    ['PT4H', { amount: '4', unit: 'hours' }],
    ['P5D', { amount: '5', unit: 'days' }],
    ['P2W', { amount: '2', unit: 'weeks' }],
    ['P6M', { amount: '6', unit: 'months' }],
    ['PD', { amount: '', unit: 'days' }],
  ])('%s is a number of one unit, and back', (duration, parts) => {
    const found = durationParts(duration);
    expect(found).toEqual(parts);
    expect(found && durationOf(found)).toBe(duration);
  });

  it.each(['P1DT12H', 'PT1H30M', 'five days'])(
    '%s is shown as it is written',
    duration => expect(durationParts(duration)).toBeUndefined(),
  );
});
