import {
  coreComponentsTranslationRef,
  useSupportConfig,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Flex, Text } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { titlesTranslationRef } from '../titles/ref';

/**
 * The page that is shown for an address that leads nowhere. It replaces
 * Backstage's own, which has parts of its text in English only.
 *
 * @internal
 */
export function NotFoundErrorPage() {
  const { t } = useTranslationRef(titlesTranslationRef);
  const { t: core } = useTranslationRef(coreComponentsTranslationRef);
  const navigate = useNavigate();
  const support = useSupportConfig();

  return (
    <Flex direction="column" align="start" gap="4" p="8">
      <Text color="secondary" data-testid="error">
        {core('errorPage.subtitle', {
          status: '404',
          statusMessage: t('notFound.message'),
        })}
      </Text>
      <Text as="h2" variant="title-large">
        {core('errorPage.title')}
      </Text>
      <Flex gap="2">
        <Button onPress={() => navigate(-1)}>{core('errorPage.goBack')}</Button>
        <ButtonLink variant="secondary" href={support.url}>
          {t('notFound.contactSupport')}
        </ButtonLink>
      </Flex>
    </Flex>
  );
}
