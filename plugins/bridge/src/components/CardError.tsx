import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { termsTranslationRef } from '../translation/terms';
import { errorSentence } from './errorSentence';
import { useLanguage } from './useLanguage';

/** What stands in a card whose content could not be loaded. @internal */
export function CardError(props: {
  error: BridgeError;
  /** Left out where it is of no use. */
  onRetry?: () => void;
}) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  return (
    <div role="alert">
      <Typography gutterBottom>{errorSentence(error, language)}</Typography>
      {onRetry && (
        <Button variant="outlined" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
