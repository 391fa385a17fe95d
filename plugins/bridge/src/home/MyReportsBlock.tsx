import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { homeTranslationRef } from '../translation/home';
import { ItemsBlock } from './ItemsBlock';

/** What became of what the reader reported or suggested. @internal */
export function MyReportsBlock({ me }: { me: string }) {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <ItemsBlock
      title={t('myReports.title')}
      none={t('myReports.none')}
      query={{ createdBy: me }}
      address={{ mine: 'true' }}
    />
  );
}
