import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { titlesTranslationRef } from './ref';
import { TitleKey, titles } from './titles';

const keys = new Map(
  Object.entries(titles).map(([key, text]) => [
    text.toLowerCase(),
    key as TitleKey,
  ]),
);

/**
 * Returns a function that says a standard English title, such as the title of
 * a page, an entity tab, a kind or a relation, in the language of the user.
 * A text that it does not know comes back unchanged.
 *
 * @public
 */
export function useTitle(): (english: string) => string {
  const { t } = useTranslationRef(titlesTranslationRef);

  return useCallback(
    (english: string) => {
      const key = keys.get(english.toLowerCase());
      if (!key) {
        return english;
      }
      const text = t(`title.${key}`);
      // Kinds come in both cases; only a real translation may change the case.
      return text === titles[key] ? english : text;
    },
    [t],
  );
}
