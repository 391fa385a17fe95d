import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { useEffect } from 'react';

/** Tells browsers and screen readers which language is read. @internal */
export function DocumentLanguage() {
  const api = useApi(appLanguageApiRef);
  useEffect(() => {
    const say = (language: string) => {
      document.documentElement.lang = language;
    };
    say(api.getLanguage().language);
    const subscription = api
      .language$()
      .subscribe(({ language }) => say(language));
    return () => subscription.unsubscribe();
  }, [api]);
  return null;
}
