import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { termsTranslationRef } from '../translation/terms';
import { errorSentence } from './errorSentence';
import { Notice } from './Notice';
import { useLanguage } from './useLanguage';

const FINAL = new Set([
  'not-allowed',
  'item-not-found',
  'workflow-not-found',
  'version-not-found',
  'case-not-found',
  'meeting-not-found',
]);

/** Why something could not be loaded, and what to do. @internal */
export function ErrorNotice(props: {
  /** What could not be loaded. */
  title: string;
  error: BridgeError;
  onRetry(): void;
  /** Where else to go. */
  children?: ReactNode;
}) {
  const { title, error, onRetry, children } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const denied = error.code === 'not-allowed';
  return (
    <Notice
      alarming
      title={denied ? term('denied') : title}
      hint={errorSentence(error, language)}
    >
      {!FINAL.has(error.code) && (
        <Button variant="outlined" color="primary" onClick={onRetry}>
          {term('retry')}
        </Button>
      )}
      {children}
    </Notice>
  );
}
