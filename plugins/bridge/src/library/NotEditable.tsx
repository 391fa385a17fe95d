import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Case } from '@techbridge/plugin-bridge-common';
import { joinSentences } from '../components/joinSentences';
import { Notice } from '../components/Notice';
import { PageFrame } from '../components/PageFrame';
import { useLanguage } from '../components/useLanguage';
import { caseRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';

/** Why the text of a case cannot be changed now. @internal */
export function NotEditable({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const language = useLanguage();
  const path = useRouteRef(caseRouteRef)({ id: found.id });
  const state = found.state.label[language];
  return (
    <PageFrame title={found.title} subtitle={found.key}>
      <Notice
        title={t('form.notEditable')}
        hint={joinSentences(
          [t('form.notEditableHint', { state }), t('case.editBarred')],
          language,
        )}
      >
        <LinkButton to={path} variant="outlined" color="primary">
          {t('form.read')}
        </LinkButton>
      </Notice>
    </PageFrame>
  );
}
