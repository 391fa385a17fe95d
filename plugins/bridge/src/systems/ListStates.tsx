import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { errorSentence } from '../components/errorSentence';
import { Notice } from '../components/Notice';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { isNarrowed, SystemFilters } from './useSystemFilters';

const NO_FILTERS: Partial<SystemFilters> = {
  mine: false,
  criticality: undefined,
  lifecycle: undefined,
  vacant: undefined,
  it: undefined,
};

/** Why the list could not be loaded, and what to do. @internal */
export function ListError(props: { error: BridgeError; onRetry(): void }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  if (props.error.code === 'not-allowed') {
    return (
      <Notice
        alarming
        title={t('error.notAllowed')}
        hint={t('error.notAllowedHint')}
      />
    );
  }
  return (
    <Notice
      alarming
      title={t('error.title')}
      hint={errorSentence(props.error, language)}
    >
      <Button variant="outlined" color="primary" onClick={props.onRetry}>
        {term('retry')}
      </Button>
    </Notice>
  );
}

/** What to try when nothing was found. @internal */
export function NothingFound(props: {
  filters: SystemFilters;
  onChange(changes: Partial<SystemFilters>): void;
}) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const narrowed = isNarrowed(filters);
  return (
    <Notice {...useWords(filters)}>
      {filters.q && (
        <Button variant="outlined" onClick={() => onChange({ q: '' })}>
          {t('search.clear')}
        </Button>
      )}
      {narrowed && (
        <Button variant="outlined" onClick={() => onChange(NO_FILTERS)}>
          {t('filter.clear')}
        </Button>
      )}
    </Notice>
  );
}

function useWords(filters: SystemFilters): { title: string; hint: string } {
  const { t } = useTranslationRef(systemsTranslationRef);
  if (filters.q) {
    return {
      title: t('empty.title', { query: filters.q }),
      hint: t('empty.hint'),
    };
  }
  return isNarrowed(filters)
    ? { title: t('empty.filtered'), hint: t('empty.filteredHint') }
    : { title: t('empty.none'), hint: t('empty.noneHint') };
}
