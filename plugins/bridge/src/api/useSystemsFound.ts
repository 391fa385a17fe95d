import { useApi } from '@backstage/core-plugin-api';
import type { System } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { bridgeApiRef } from './bridgeApiRef';

const PAUSE = 200;
const MOST = 20;

/** Systems that a text finds, to choose from. @internal */
export function useSystemsFound(text: string): {
  systems: System[];
  loading: boolean;
} {
  const api = useApi(bridgeApiRef);
  const [q, setQ] = useState(text.trim());
  useDebounce(() => setQ(text.trim()), PAUSE, [text]);
  const { value, loading } = useAsync(
    () => api.listSystems({ q, limit: MOST }),
    [api, q],
  );
  return { systems: value?.items ?? [], loading };
}
