import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import AddIcon from '@material-ui/icons/Add';
import { itemCreatePermission } from '@techbridge/plugin-bridge-common';
import { useNavigate } from 'react-router-dom';
import { GuardedButton } from '../components/GuardedButton';
import { newCaseRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';
import { termsTranslationRef } from '../translation/terms';

/** Leads to the form that begins a case. @internal */
export function BeginButton(props: {
  /** The reference of the system that it is about. */
  system?: string;
  quiet?: boolean;
}) {
  const { system, quiet } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const navigate = useNavigate();
  const path = useRouteRef(newCaseRouteRef)();
  const { allowed, loading } = usePermission({
    permission: itemCreatePermission,
  });
  const query = system ? `?${new URLSearchParams({ system })}` : '';
  return (
    <GuardedButton
      color="primary"
      variant={quiet ? 'outlined' : 'contained'}
      startIcon={<AddIcon />}
      barred={allowed || loading ? undefined : term('notAllowed')}
      onClick={() => navigate(path + query)}
    >
      {t('page.begin')}
    </GuardedButton>
  );
}
