import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  superUserAppointPermission,
  System,
  systemDeletePermission,
  systemUpdatePermission,
} from '@techbridge/plugin-bridge-common';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';

/** Why something may not be done to a system; nothing where it may. @internal */
export interface SystemRights {
  appoint?: string;
  update?: string;
  delete?: string;
}

/** What the reader may do to a system, and why not. @internal */
export function useSystemRights(system: System): SystemRights {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const resourceRef = system.name;
  const results = {
    appoint: usePermission({
      permission: superUserAppointPermission,
      resourceRef,
    }),
    update: usePermission({ permission: systemUpdatePermission, resourceRef }),
    delete: usePermission({ permission: systemDeletePermission, resourceRef }),
  };
  const elsewhere =
    system.source === 'catalog' ? t('card.sourceCatalog') : undefined;
  const denied = ({
    allowed,
    loading,
  }: {
    allowed: boolean;
    loading: boolean;
  }) => (allowed || loading ? undefined : term('notAllowed'));
  return {
    appoint: denied(results.appoint),
    update: elsewhere ?? denied(results.update),
    delete: elsewhere ?? denied(results.delete),
  };
}
