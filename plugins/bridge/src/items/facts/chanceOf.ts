/** How often something happened, in how much of what was looked at. @internal */
export interface Rate {
  count: number;
  total: number;
}

// Beyond it the sum takes too long, and so many events are no chance anyway.
const MOST_EVENTS = 1_000_000;

/**
 * How likely two rates differ by chance at least as much as they do: the exact
 * binomial test of the first count, given the sum of both, two-sided.
 *
 * @returns undefined where the figures are no rates or nothing happened
 * @internal
 */
export function chanceOf(before: Rate, after: Rate): number | undefined {
  const events = before.count + after.count;
  const share = before.total / (before.total + after.total);
  const isTest =
    [before.count, after.count].every(Number.isInteger) &&
    Math.min(before.count, after.count) >= 0 &&
    Math.min(before.total, after.total) > 0 &&
    events > 0 &&
    events <= MOST_EVENTS;
  if (!isTest) {
    return undefined;
  }
  const { below, above } = tails(before.count, events, share);
  return Math.min(1, 2 * Math.min(below, above));
}

/** The probabilities of at most, and of at least, so many of the events. */
function tails(count: number, events: number, share: number) {
  const odds = Math.log(share) - Math.log1p(-share);
  let below = 0;
  let above = 0;
  let logarithm = events * Math.log1p(-share);
  for (let place = 0; place <= events; place += 1) {
    const probability = Math.exp(logarithm);
    below += place <= count ? probability : 0;
    above += place >= count ? probability : 0;
    logarithm += Math.log((events - place) / (place + 1)) + odds;
  }
  return { below, above };
}
