import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { termsTranslationRef } from '../translation/terms';

/** The title of a column of the catalog's table. @internal */
export function OwnerTitle({ column }: { column: 'business' | 'now' | 'it' }) {
  const { t } = useTranslationRef(termsTranslationRef);
  const keys = {
    business: 'owner.business',
    now: 'askNow',
    it: 'owner.it',
  } as const;
  return <>{t(keys[column])}</>;
}
