import { annualSaving, gainOf } from './annualSaving';

describe('annualSaving', () => {
  const anomalies = { baseline: 11.26, actual: 4.69, target: 5 };

  it.each([
    [
      'is the change times volume and value',
      { ...anomalies, annualVolume: 420, unitCost: 25 },
      6.57 * 420 * 25,
    ],
    [
      'counts only the own share, net of what it costs to run',
      {
        ...{ baseline: 100, actual: 60, target: 50, annualVolume: 12 },
        ...{ unitCost: 500, attributionShare: 0.8, runCost: 12_000 },
      },
      180_000,
    ],
    [
      'counts upwards where the target says that more is better',
      {
        baseline: 5.2,
        actual: 5.98,
        target: 5.8,
        annualVolume: 1,
        unitCost: 1,
      },
      0.78,
    ],
    [
      'counts downwards without a target, as of a cost',
      { baseline: 3, actual: 1, annualVolume: 10, unitCost: 2 },
      40,
    ],
    [
      'is less than nothing where the run cost eats it up',
      { ...anomalies, annualVolume: 1, unitCost: 1, runCost: 10 },
      -3.43,
    ],
    [
      'is less than nothing where it has become worse',
      { baseline: 5, actual: 6, target: 4, annualVolume: 10, unitCost: 3 },
      -30,
    ],
  ])('%s', (_, factors, saving) => {
    expect(annualSaving(factors)).toBeCloseTo(saving, 8);
  });

  it('takes the way from the baseline to the target for the better one', () => {
    expect(gainOf({ baseline: 2, actual: 5, target: 3 })).toBe(3);
    expect(gainOf({ baseline: 2, actual: 5, target: 1 })).toBe(-3);
    expect(gainOf({ baseline: 2, actual: 5 })).toBe(-3);
  });
});
