import { SidebarItem } from '@backstage/core-components';
import {
  errorApiRef,
  identityApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import PersonIcon from '@material-ui/icons/SupervisedUserCircleOutlined';
import { shellTranslationRef } from '../../translation/shell';
import { rememberedPersona } from './persona';

/** Leads back to the people of the demo, to be somebody else. @internal */
export function ChangePersona() {
  const { t } = useTranslationRef(shellTranslationRef);
  const identityApi = useApi(identityApiRef);
  const errorApi = useApi(errorApiRef);
  if (!rememberedPersona()) {
    return null;
  }
  const change = () => {
    identityApi.signOut().catch(error => errorApi.post(error));
  };
  return (
    <SidebarItem
      icon={PersonIcon}
      text={t('nav.changePersona')}
      onClick={change}
    />
  );
}
