import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { englishStringTranslator, TranslatableString } from '@rjsf/utils';
import { useCallback } from 'react';
import { itemsTranslationRef } from '../../translation/items';

const WORDS = {
  [TranslatableString.ArrayItemTitle]: 'form.entry',
  [TranslatableString.YesLabel]: 'facts.yes',
  [TranslatableString.NoLabel]: 'facts.no',
  [TranslatableString.AddButton]: 'form.add',
  [TranslatableString.AddItemButton]: 'form.add',
  [TranslatableString.CopyButton]: 'form.copy',
  [TranslatableString.MoveDownButton]: 'form.down',
  [TranslatableString.MoveUpButton]: 'form.up',
  [TranslatableString.RemoveButton]: 'form.remove',
} as const;

/** The few words that rjsf says itself, in the reader's language. @internal */
export function useFormWords() {
  const { t } = useTranslationRef(itemsTranslationRef);
  return useCallback(
    (word: TranslatableString, params?: string[]) =>
      word in WORDS
        ? t(WORDS[word as keyof typeof WORDS])
        : englishStringTranslator(word, params),
    [t],
  );
}
