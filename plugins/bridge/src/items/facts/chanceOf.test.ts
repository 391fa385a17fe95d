import { chanceOf } from './chanceOf';

const of = (count: number, total: number) => ({ count, total });

describe('chanceOf', () => {
  it.each([
    ['equal rates', of(4, 10), of(4, 10), 1],
    ['five and three in as much each', of(5, 100), of(3, 100), 186 / 256],
    ['ten and none in as much each', of(10, 7), of(0, 7), 2 / 1024],
    ['three and none in twice as much', of(3, 1), of(0, 2), 2 / 27],
    ['the same, told the other way round', of(0, 2), of(3, 1), 2 / 27],
  ])('is exact for %s', (_, before, after, chance) => {
    expect(chanceOf(before, after)).toBeCloseTo(chance, 12);
  });

  it('is next to none for the anomalies before and after a confirmation was asked for', () => {
    const chance = chanceOf(of(179, 15.9), of(84, 17.9));
    expect(chance).toBeLessThan(1e-10);
    expect(chance).toBeGreaterThan(0);
  });

  it('stays between none and certain, however many events there are', () => {
    expect(chanceOf(of(500_000, 1), of(500_000, 1))).toBeCloseTo(1, 5);
    expect(chanceOf(of(900_000, 1), of(100_000, 1))).toBe(0);
  });

  it.each([
    ['nothing happened', of(0, 10), of(0, 10)],
    ['nothing was looked at', of(3, 0), of(4, 10)],
    ['something happened half', of(1.5, 10), of(4, 10)],
    ['something happened less than never', of(-1, 10), of(4, 10)],
    ['there is no end of events', of(1_000_000, 1), of(1, 1)],
    ['a figure is none', of(Number.NaN, 1), of(1, 1)],
  ])('is not told where %s', (_, before, after) => {
    expect(chanceOf(before, after)).toBeUndefined();
  });
});
