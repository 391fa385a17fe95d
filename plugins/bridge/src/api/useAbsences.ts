import { useApi } from '@backstage/core-plugin-api';
import type { Delegation } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { bridgeApiRef } from './bridgeApiRef';
import { Rows, RowSource, useRows } from './useRows';

interface AbsenceQuery {
  person: string;
}

/** Absences of a person, and those in which the person stands in. @internal */
export type Absences = Rows<AbsenceQuery, Delegation>;

/**
 * The absences of a person that have not ended, and those in which the person
 * votes for others, the next first.
 *
 * @param person - undefined while it is not known yet
 * @internal
 */
export function useAbsences(person: string | undefined): Absences {
  const api = useApi(bridgeApiRef);
  const query = useMemo(() => person && { person }, [person]);
  const source = useMemo(
    (): RowSource<AbsenceQuery, Delegation> => ({
      load: input => api.listDelegations(input),
      keyOf: ({ id }) => String(id),
    }),
    [api],
  );
  return useRows(query || undefined, source);
}
