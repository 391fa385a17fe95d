import { useCallback } from 'react';
import { localName } from './localName';
import { useLanguage } from './useLanguage';

/** Says a person's name in the reader's language. @internal */
export function useNameOf(): (person: { name: string }) => string {
  const language = useLanguage();
  return useCallback(({ name }) => localName(name, language), [language]);
}
