import { Assignment, assignmentKey } from './assignments';

/** Who gets work and who gives it up. @internal */
export interface Reassignment {
  joined: Assignment[];
  left: Assignment[];
}

/**
 * What makes work wait for those who are to act now.
 *
 * @returns undefined when it does already
 * @internal
 */
export function reassignmentOf(
  before: Assignment[],
  after: Assignment[],
): Reassignment | undefined {
  const joined = without(after, before);
  const left = without(before, after);
  return joined.length + left.length > 0 ? { joined, left } : undefined;
}

function without(some: Assignment[], others: Assignment[]): Assignment[] {
  const known = new Set(others.map(assignmentKey));
  return some.filter(one => !known.has(assignmentKey(one)));
}
