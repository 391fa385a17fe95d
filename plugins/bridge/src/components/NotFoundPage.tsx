import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { notFoundTranslationRef } from '../translation/notFound';
import { Notice } from './Notice';
import { PageFrame } from './PageFrame';

/** Stands at an address that none of our pages has. @internal */
export function NotFoundPage() {
  const { t } = useTranslationRef(notFoundTranslationRef);
  return (
    <PageFrame title={t('title')}>
      <Notice title={t('hint')} alarming>
        <LinkButton to="/" variant="outlined">
          {t('home')}
        </LinkButton>
      </Notice>
    </PageFrame>
  );
}
