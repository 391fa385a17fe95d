import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { shellTranslationRef } from '../../translation/shell';

/** One click to another language, each called by its own name. @internal */
export function LanguageSwitch() {
  const api = useApi(appLanguageApiRef);
  const { t } = useTranslationRef(shellTranslationRef);
  const language$ = useMemo(() => api.language$(), [api]);
  const { language } = useObservable(language$, api.getLanguage());
  return (
    <ButtonGroup size="small" color="primary" aria-label={t('signIn.language')}>
      {api.getAvailableLanguages().languages.map(code => (
        <Button
          key={code}
          lang={code}
          aria-pressed={code === language}
          variant={code === language ? 'contained' : 'outlined'}
          disableElevation
          style={{ textTransform: 'none' }}
          onClick={() => api.setLanguage(code)}
        >
          {ownName(code)}
        </Button>
      ))}
    </ButtonGroup>
  );
}

function ownName(code: string): string {
  const [language] = code.split('-');
  const names = new Intl.DisplayNames([code], { type: 'language' });
  return names.of(language) ?? code;
}
