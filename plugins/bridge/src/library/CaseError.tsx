import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { ErrorNotice } from '../components/ErrorNotice';
import { casesRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';

/** Why a case could not be loaded, and the way back. @internal */
export function CaseError(props: { error: BridgeError; onRetry(): void }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const listPath = useRouteRef(casesRouteRef)();
  return (
    <ErrorNotice
      title={
        props.error.code === 'case-not-found'
          ? t('error.noCase')
          : t('error.case')
      }
      error={props.error}
      onRetry={props.onRetry}
    >
      <LinkButton to={listPath} variant="outlined">
        {t('case.back')}
      </LinkButton>
    </ErrorNotice>
  );
}
