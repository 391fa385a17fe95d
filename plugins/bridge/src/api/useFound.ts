import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE = 200;

/** How many options one chooses from at most. @internal */
export const MOST_FOUND = 20;

/** What a text finds, to choose from. @internal */
export interface Found<T> {
  found: T[];
  loading: boolean;
}

/**
 * What a text finds, a moment after it was typed. While another text is looked
 * for there is nothing to choose: a click on an option that is about to move
 * would be lost.
 *
 * @param search - must be stable between renders
 * @internal
 */
export function useFound<T>(
  text: string,
  search: (q: string) => Promise<T[]>,
): Found<T> {
  const wanted = text.trim();
  const [q, setQ] = useState(wanted);
  useDebounce(() => setQ(wanted), PAUSE, [wanted]);
  const { value, loading, error } = useAsync(
    async () => ({ search, q, found: await search(q) }),
    [search, q],
  );
  const isOf = value?.q === wanted && value.search === search;
  const failed = error !== undefined && q === wanted;
  return {
    found: isOf ? value.found : [],
    loading: loading || !(isOf || failed),
  };
}
