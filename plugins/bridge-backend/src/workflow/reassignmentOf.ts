/** Who gets work and who gives it up. @internal */
export interface Reassignment {
  joined: string[];
  left: string[];
}

/**
 * What makes work wait for those who are to act now.
 *
 * @returns undefined when it does already
 * @internal
 */
export function reassignmentOf(
  before: string[],
  after: string[],
): Reassignment | undefined {
  const joined = after.filter(person => !before.includes(person));
  const left = before.filter(person => !after.includes(person));
  return joined.length + left.length > 0 ? { joined, left } : undefined;
}
