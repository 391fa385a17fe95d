/**
 * A loader that asks once per key (usually an api) and forgets a failure.
 *
 * @internal
 */
export function remembered<TKey extends object, TValue>(
  load: (key: TKey) => Promise<TValue>,
): (key: TKey) => Promise<TValue> {
  const values = new WeakMap<TKey, Promise<TValue>>();
  return key => {
    const known = values.get(key);
    if (known) {
      return known;
    }
    const value = load(key);
    values.set(key, value);
    value.catch(() => values.delete(key));
    return value;
  };
}
