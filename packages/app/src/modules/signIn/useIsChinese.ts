import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';

/** Whether the reader has chosen Chinese. @internal */
export function useIsChinese(): boolean {
  const api = useApi(appLanguageApiRef);
  const language$ = useMemo(() => api.language$(), [api]);
  return useObservable(language$, api.getLanguage()).language.startsWith('zh');
}
