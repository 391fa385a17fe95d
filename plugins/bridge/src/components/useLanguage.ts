import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import type { Language } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';

/** The language that the reader has chosen. @internal */
export function useLanguage(): Language {
  const api = useApi(appLanguageApiRef);
  const language$ = useMemo(() => api.language$(), [api]);
  const { language } = useObservable(language$, api.getLanguage());
  return language.startsWith('zh') ? 'zh' : 'en';
}
