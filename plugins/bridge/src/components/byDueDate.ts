/** Puts what is due first before the rest; what is never due stands last. @internal */
export function byDueDate(
  one: { dueAt?: string },
  other: { dueAt?: string },
): number {
  return dueTime(one) - dueTime(other) || 0;
}

function dueTime({ dueAt }: { dueAt?: string }): number {
  return dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER;
}
