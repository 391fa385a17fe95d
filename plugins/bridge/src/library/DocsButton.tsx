import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DocsIcon from '@material-ui/icons/MenuBookOutlined';
import type { Case } from '@techbridge/plugin-bridge-common';
import { useIsInCatalog } from '../api/useIsInCatalog';
import { GuardedButton } from '../components/GuardedButton';
import { libraryTranslationRef } from '../translation/library';
import { useDocsPath } from './useDocsPath';

/**
 * Leads to the documents of a published case. TechDocs knows what the catalog
 * shows, so a case that was published just now is not there yet.
 *
 * @internal
 */
export function DocsButton({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const path = useDocsPath(found.entityRef);
  const isThere = useIsInCatalog(found.entityRef);
  if (!path) {
    return null;
  }
  const look = {
    color: 'primary' as const,
    variant: 'contained' as const,
    startIcon: <DocsIcon />,
  };
  if (!isThere) {
    return (
      <GuardedButton
        {...look}
        barred={t('case.docsSoon')}
        onClick={() => undefined}
      >
        {t('case.docs')}
      </GuardedButton>
    );
  }
  return (
    <LinkButton {...look} to={path}>
      {t('case.docs')}
    </LinkButton>
  );
}
