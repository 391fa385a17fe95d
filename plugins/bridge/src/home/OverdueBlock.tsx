import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { homeTranslationRef } from '../translation/home';
import { ItemsBlock } from './ItemsBlock';

/** What should have been done by now, the oldest first. @internal */
export function OverdueBlock() {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <ItemsBlock
      title={t('overdue.title')}
      none={t('overdue.none')}
      query={{ overdue: 'true', order: 'dueAt' }}
      address={{ overdue: 'true', order: 'dueAt' }}
    />
  );
}
