import {
  ErrorDisplayProps,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Button,
  Flex,
} from '@backstage/ui';
import { titlesTranslationRef } from '../titles/ref';
import { useTitle } from '../titles/useTitle';

/**
 * What is shown in the place of a part of the app that failed. It replaces
 * Backstage's own, which has its text in English only.
 *
 * @internal
 */
export function ErrorDisplay({ plugin, error, resetError }: ErrorDisplayProps) {
  const { t } = useTranslationRef(titlesTranslationRef);
  const translate = useTitle();
  const name = plugin?.title ?? plugin?.pluginId ?? '';

  return (
    <Flex direction="column" gap="2">
      <Alert
        status="danger"
        icon
        role="alert"
        title={t('errorDisplay.title', { plugin: translate(name) })}
        description={error.message}
        customActions={
          <Button variant="secondary" size="small" onPress={resetError}>
            {t('errorDisplay.retry')}
          </Button>
        }
      />
      <Accordion>
        <AccordionTrigger title={t('errorDisplay.details')} />
        <AccordionPanel>
          <pre>{error.stack ?? `${error.name}: ${error.message}`}</pre>
        </AccordionPanel>
      </Accordion>
    </Flex>
  );
}
