/**
 * Works through a list with several clients at once, each of which takes the
 * next when it is done with the last.
 *
 * @internal
 */
export async function atOnce<T>(
  clients: number,
  list: T[],
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...list].reverse();
  const serve = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      await work(one);
    }
  };
  await Promise.all(Array.from({ length: clients }, serve));
}
