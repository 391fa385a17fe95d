import { useApi } from '@backstage/core-plugin-api';
import type { ItemRow } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { bridgeApiRef } from './bridgeApiRef';

const PAUSE = 200;
const MOST = 20;

/** Items that a text finds, to choose from; the newest without a text. @internal */
export function useItemsFound(
  text: string,
  { workflow, open }: { workflow?: string; open?: boolean },
): { items: ItemRow[]; loading: boolean } {
  const api = useApi(bridgeApiRef);
  const [q, setQ] = useState(text.trim());
  useDebounce(() => setQ(text.trim()), PAUSE, [text]);
  const { value, loading } = useAsync(
    () =>
      api.listItems({
        q,
        workflow,
        limit: MOST,
        ...(open && { open: 'true' }),
      }),
    [api, q, workflow, open],
  );
  return { items: value?.items ?? [], loading };
}
