import fc from 'fast-check';
import { compareWithBaseline, naturalLimits } from './naturalLimits';

// Moving ranges 2, 2, 1, 1, 4: a mean of 2, and 2.66 times 2 is 5.32.
const baseline = [10, 12, 10, 11, 12, 8];
const mean = 10.5;

const baselines = fc.array(fc.integer({ min: -1000, max: 1000 }), {
  ...{ minLength: 6, maxLength: 30 },
});

describe('naturalLimits', () => {
  it.each([
    ['of the values above', baseline, mean, 5.18, 15.82],
    // Moving ranges 1 each, so 2.66 around the mean of 0.5.
    ['of values that go up and down', [0, 1, 0, 1, 0, 1], 0.5, -2.16, 3.16],
    // Moving ranges 1 each: a slope does not widen the limits.
    ['of a slope', [1, 2, 3, 4, 5, 6, 7], 4, 1.34, 6.66],
    ['of values that never change', [4, 4, 4, 4, 4, 4], 4, 4, 4],
  ])('are worked out by hand %s', (_, values, middle, lower, upper) => {
    const limits = naturalLimits(values);
    expect(limits?.n).toBe(values.length);
    expect(limits?.mean).toBeCloseTo(middle, 12);
    expect(limits?.lower).toBeCloseTo(lower, 12);
    expect(limits?.upper).toBeCloseTo(upper, 12);
  });

  it.each([
    ['five values', [1, 2, 3, 4, 5]],
    ['no values', []],
    ['values too large to add up', [1e308, 1e308, 0, 0, 0, 0]],
  ])('are not drawn from %s', (_, values) => {
    expect(naturalLimits(values)).toBeUndefined();
  });

  it('move with the values and stretch with their unit', () => {
    fc.assert(
      fc.property(baselines, fc.integer({ min: -9, max: 9 }), (values, by) => {
        const { lower = NaN, upper = NaN } = naturalLimits(values) ?? {};
        const moved = naturalLimits(values.map(value => 3 * value + by));
        expect(moved?.lower).toBeCloseTo(3 * lower + by, 6);
        expect(moved?.upper).toBeCloseTo(3 * upper + by, 6);
      }),
    );
  });
});

describe('compareWithBaseline', () => {
  const low = (n: number) => Array<number>(n).fill(9);

  it.each([
    ['all inside and on both sides', [9, 12, 11], 0, 2, false],
    ['on a limit, which is inside', [5.18, 15.82, 5.18], 0, 1, false],
    ['one just below the limits', [9, 5.17, 11], 1, 2, true],
    ['one just above the limits', [15.83, 9, 11], 1, 1, true],
    ['seven in a row on one side', low(7), 0, 7, false],
    ['eight in a row on one side', low(8), 0, 8, true],
    [
      'eight whose run a value on the mean ends',
      [...low(7), mean, 9],
      0,
      7,
      false,
    ],
    ['seven and one on the other side', [...low(7), 12, 9], 0, 7, false],
    ['eight in a row after others', [12, 11, ...low(8)], 0, 8, true],
    ['all on the mean', Array<number>(9).fill(mean), 0, 0, false],
  ])(
    'says of values with %s what they show',
    (_, actual, outside, run, differs) => {
      const found = compareWithBaseline(baseline, actual);
      expect(found).toMatchObject({ run, differs, steady: true });
      expect(found?.actual).toMatchObject({ n: actual.length, outside });
    },
  );

  it('does not take the rounding of a computer for a signal', () => {
    const tenths = Array<number>(6).fill(0.1);
    const found = compareWithBaseline(tenths, [0.3 - 0.2, 0.1, 0.1]);
    expect(found).toMatchObject({ differs: false, run: 0 });
    expect(compareWithBaseline(tenths, [0.2])).toMatchObject({ differs: true });
  });

  it('says where the baseline itself shows a signal', () => {
    const jump = [...Array(8).fill(1), ...Array(8).fill(9)];
    expect(compareWithBaseline(jump, [1, 9, 1])).toMatchObject({
      steady: false,
    });
  });

  it('finds none in up to seven values inside the limits, and one in any outside', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 100 }), {
      ...{ minLength: 1, maxLength: 7 },
    });
    fc.assert(
      fc.property(baselines, shares, (values, parts) => {
        const { lower = NaN, upper = NaN } = naturalLimits(values) ?? {};
        const inside = parts.map(
          part => lower + (part / 100) * (upper - lower),
        );
        const differs = (actual: number[]) =>
          compareWithBaseline(values, actual)?.differs;
        expect(differs(inside)).toBe(false);
        expect(differs([...inside, upper + 0.01])).toBe(true);
      }),
    );
  });

  it.each([
    ['without enough of a baseline', [1, 2, 3], [1, 2, 3]],
    ['without values', baseline, []],
  ])('says nothing %s', (_, before, after) => {
    expect(compareWithBaseline(before, after)).toBeUndefined();
  });
});
