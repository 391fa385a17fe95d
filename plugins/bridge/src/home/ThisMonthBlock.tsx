import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useClock } from '../api/useClock';
import { homeTranslationRef } from '../translation/home';
import { ItemsBlock } from './ItemsBlock';

/** What came in since the first of the month. @internal */
export function ThisMonthBlock() {
  const { t } = useTranslationRef(homeTranslationRef);
  const clock = useClock();
  if (!clock) {
    return null;
  }
  const since = `${clock.today().slice(0, 8)}01`;
  return (
    <ItemsBlock
      title={t('month.title')}
      none={t('month.none')}
      query={{ since, order: '-createdAt' }}
      address={{ since, order: '-createdAt' }}
    />
  );
}
