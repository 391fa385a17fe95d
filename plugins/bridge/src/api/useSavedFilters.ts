import { useApi } from '@backstage/core-plugin-api';
import type {
  SavedFilter,
  SavedFilterInput,
} from '@techbridge/plugin-bridge-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { bridgeApiRef } from './bridgeApiRef';

/** The filters that the reader has saved, and how to change them. @internal */
export interface SavedFilters {
  /** None until they are known, and where they cannot be read. */
  list: SavedFilter[];
  save(filter: SavedFilterInput): Promise<void>;
  remove(id: number): Promise<void>;
}

/** The filters that the reader has saved. @internal */
export function useSavedFilters(): SavedFilters {
  const api = useApi(bridgeApiRef);
  const { value, retry } = useAsyncRetry(() => api.listFilters(), [api]);
  return {
    list: value?.items ?? [],
    save: async filter => {
      await api.saveFilter(filter);
      retry();
    },
    remove: async id => {
      await api.deleteFilter(id);
      retry();
    },
  };
}
