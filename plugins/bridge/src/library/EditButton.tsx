import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import EditIcon from '@material-ui/icons/EditOutlined';
import type { Case } from '@techbridge/plugin-bridge-common';
import { useNavigate } from 'react-router-dom';
import { GuardedButton } from '../components/GuardedButton';
import { editCaseRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';

/** Leads to the editor, or says why not; readers of the library need none. @internal */
export function EditButton({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const navigate = useNavigate();
  const path = useRouteRef(editCaseRouteRef)({ id: found.id });
  if (!found.mayEdit && found.state.type === 'end') {
    return null;
  }
  return (
    <GuardedButton
      variant="outlined"
      color="primary"
      startIcon={<EditIcon />}
      barred={found.mayEdit ? undefined : t('case.editBarred')}
      onClick={() => navigate(path)}
    >
      {t('case.edit')}
    </GuardedButton>
  );
}
