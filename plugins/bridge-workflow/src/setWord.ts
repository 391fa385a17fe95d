/** What a way writes into a field: who acts, the time, or one more than before. @public */
export type SetWord = 'actor' | 'now' | 'next';

/**
 * The value that a field takes.
 *
 * @param before - what stands there, which `next` counts on from
 * @internal
 */
export function valueSet(
  what: SetWord,
  { actor, now }: { actor: string; now: string },
  before?: unknown,
): string | number {
  if (what === 'next') {
    return (typeof before === 'number' ? before : 0) + 1;
  }
  return what === 'actor' ? actor : now;
}
