import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { termsTranslationRef } from '../translation/terms';

/** What a field that finds its options says of itself. @internal */
export function usePickerWords() {
  const { t } = useTranslationRef(termsTranslationRef);
  return {
    noOptionsText: t('picker.none'),
    loadingText: t('picker.loading'),
    clearText: t('picker.clear'),
    openText: t('picker.open'),
    closeText: t('picker.close'),
  };
}
