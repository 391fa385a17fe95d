import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SearchField as PlainSearchField } from '../components/SearchField';
import { systemsTranslationRef } from '../translation/systems';

/** Searches systems and the people who answer for them. @internal */
export function SearchField(props: {
  value: string;
  onChange(value: string): void;
}) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const words = {
    label: t('search.label'),
    placeholder: t('search.placeholder'),
    clear: t('search.clear'),
    shortcut: t('search.shortcut'),
  };
  return <PlainSearchField {...props} words={words} />;
}
