import { useApi } from '@backstage/core-plugin-api';
import type { SimilarItem } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { bridgeApiRef } from './bridgeApiRef';
import { useFound } from './useFound';

/** What is compared with what was decided before. @internal */
export interface SimilarTo {
  workflow: string;
  title: string;
  system?: string;
  /** The key of the item itself. */
  except?: string;
}

/** Items like one that were refused or put off, a moment after it was typed. @internal */
export function useSimilarItems(subject: SimilarTo): SimilarItem[] {
  const { workflow, title, system, except } = subject;
  const api = useApi(bridgeApiRef);
  const search = useCallback(
    async (words: string) => {
      if (!words) {
        return [];
      }
      const query = { workflow, title: words.slice(0, 200), system, except };
      return (await api.listSimilarItems(query)).items;
    },
    [api, workflow, system, except],
  );
  return useFound(title, search).found;
}
