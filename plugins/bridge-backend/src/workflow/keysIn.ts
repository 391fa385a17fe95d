const KEY = /^[A-Za-z]{1,6}(?:-\d{4})?-\d{1,9}$/;

/**
 * What may be keys of items in some data, in capitals: whole values. What
 * people have written in a text is theirs, and stays.
 *
 * @internal
 */
export function keysIn(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (KEY.test(value)) {
      found.add(value.toUpperCase());
    }
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(one => collect(one, found));
  }
}

/** Data without the values that are one of some keys. @internal */
export function withoutKeys<T>(value: T, keys: ReadonlySet<string>): T {
  return keys.size === 0 ? value : (cleaned(value, keys) as T);
}

function cleaned(value: unknown, keys: ReadonlySet<string>): unknown {
  if (typeof value === 'string') {
    return keys.has(value.toUpperCase()) ? undefined : value;
  }
  if (Array.isArray(value)) {
    return value
      .map(one => cleaned(one, keys))
      .filter(one => one !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .map(([name, one]) => [name, cleaned(one, keys)])
      .filter(([, one]) => one !== undefined);
    return Object.fromEntries(parts);
  }
  return value;
}
