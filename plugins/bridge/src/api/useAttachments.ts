import { useApi } from '@backstage/core-plugin-api';
import type { Attachment } from '@techbridge/plugin-bridge-common';
import { bridgeApiRef } from './bridgeApiRef';
import { Load, useLoad } from './useLoad';

/** The files on an item; asked again with every change. @internal */
export function useAttachments({
  key,
  rev,
}: {
  key: string;
  rev: number;
}): Load<Attachment[]> {
  const api = useApi(bridgeApiRef);
  return useLoad(
    async () => (await api.listAttachments(key)).items,
    [api, key, rev],
  );
}
