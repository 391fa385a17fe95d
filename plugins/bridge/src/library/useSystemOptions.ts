import { useMemo } from 'react';
import { useSystemsFound } from '../api/useSystemsFound';
import { useTitles } from '../api/useTitles';
import { useLanguage } from '../components/useLanguage';

/** Systems to choose from, by their references. @internal */
export interface SystemOptions {
  refs: string[];
  loading: boolean;
  titleOf(ref: string): string;
}

/**
 * The systems that a text finds, and what they and the chosen ones are called.
 *
 * @internal
 */
export function useSystemOptions(
  text: string,
  chosen: readonly string[],
): SystemOptions {
  const language = useLanguage();
  const { systems, loading } = useSystemsFound(text);
  const titleOf = useTitles(chosen);
  return useMemo(() => {
    const found = new Map(
      systems.map(({ entityRef, title }) => [entityRef, title[language]]),
    );
    return {
      refs: [...found.keys()],
      loading,
      titleOf: ref => found.get(ref) ?? titleOf(ref),
    };
  }, [systems, loading, titleOf, language]);
}
