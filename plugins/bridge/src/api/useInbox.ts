import { useApi } from '@backstage/core-plugin-api';
import type { InboxEntry } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { useRefresh } from './useRefresh';
import { Rows, RowSource, useRows } from './useRows';

/** What may be asked of the inbox. @internal */
export type InboxQuery = NonNullable<Parameters<BridgeApi['getInbox']>[0]>;

/** Tells entries apart: a vote may wait for the reader and for others. @internal */
export function inboxKeyOf({ item, onBehalfOf = '' }: InboxEntry): string {
  return `${item.key} ${onBehalfOf}`;
}

/** What waits for the reader, kept fresh. @internal */
export function useInbox(query: InboxQuery): Rows<InboxQuery, InboxEntry> {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<InboxQuery, InboxEntry> => ({
      load: input => api.getInbox(input),
      keyOf: inboxKeyOf,
    }),
    [api],
  );
  const rows = useRows(query, source);
  useRefresh(rows.refresh);
  return rows;
}
