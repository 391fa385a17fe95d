const KNOWN_FOR_MS = 5_000;
const MOST_KNOWN = 1_000;

/**
 * Remembers for five seconds which selections have more items than a list
 * tells. Whoever turns pages or comes back to a list is told "1000+" without
 * another count, which costs as much as the page itself.
 *
 * @internal
 */
export class LargeTotals {
  private readonly seen = new Map<string, number>();

  /** @param now - milliseconds of a clock that goes on by itself */
  has(selection: string, now = performance.now()): boolean {
    const at = this.seen.get(selection);
    return at !== undefined && now - at < KNOWN_FOR_MS;
  }

  /** Notes that a selection was counted and is large. */
  add(selection: string, now = performance.now()): void {
    if (this.seen.size >= MOST_KNOWN) {
      this.seen.clear();
    }
    this.seen.set(selection, now);
  }
}
