import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import AddIcon from '@material-ui/icons/Add';
import { systemCreatePermission } from '@techbridge/plugin-bridge-common';
import { GuardedButton } from '../components/GuardedButton';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';

/** Opens the form that registers a system. @internal */
export function RegisterButton({ onClick }: { onClick(): void }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const { allowed, loading } = usePermission({
    permission: systemCreatePermission,
  });
  return (
    <GuardedButton
      color="primary"
      variant="contained"
      startIcon={<AddIcon />}
      barred={allowed || loading ? undefined : term('notAllowed')}
      onClick={onClick}
    >
      {t('page.register')}
    </GuardedButton>
  );
}
