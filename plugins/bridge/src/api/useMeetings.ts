import { useApi } from '@backstage/core-plugin-api';
import type { MeetingRow } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { bridgeApiRef } from './bridgeApiRef';
import { useRefresh } from './useRefresh';
import { Rows, RowSource, useRows } from './useRows';

/** Which meetings a list shows. @internal */
export interface MeetingQuery {
  when: 'coming' | 'past';
  limit: number;
}

const QUERIES = {
  coming: { when: 'coming', limit: 20 },
  past: { when: 'past', limit: 10 },
} as const;

/**
 * Meetings to come, the next first; or those before, the last first. What is
 * shown is kept fresh.
 *
 * @internal
 */
export function useMeetings(
  when: MeetingQuery['when'],
): Rows<MeetingQuery, MeetingRow> {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<MeetingQuery, MeetingRow> => ({
      load: query => api.listMeetings(query),
      keyOf: ({ id }) => String(id),
    }),
    [api],
  );
  const rows = useRows<MeetingQuery, MeetingRow>(QUERIES[when], source);
  useRefresh(rows.refresh);
  return rows;
}
