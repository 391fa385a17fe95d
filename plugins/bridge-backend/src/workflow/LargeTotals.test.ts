import { LargeTotals } from './LargeTotals';

describe('large totals', () => {
  it('are known for five seconds after they were counted', () => {
    const totals = new LargeTotals();
    expect(totals.has('open', 0)).toBe(false);
    totals.add('open', 1_000);
    expect(totals.has('open', 5_999)).toBe(true);
    expect(totals.has('closed', 5_999)).toBe(false);
    expect(totals.has('open', 6_000)).toBe(false);
  });

  it('do not grow with everything that was ever asked', () => {
    const totals = new LargeTotals();
    for (let place = 0; place <= 1_000; place += 1) {
      totals.add(`list ${place}`, 0);
    }
    expect(totals.has('list 0', 0)).toBe(false);
    expect(totals.has('list 1000', 0)).toBe(true);
  });
});
