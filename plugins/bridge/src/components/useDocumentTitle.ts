import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';

/** How many notifications are new, before a title. */
const COUNTER = /^\(\d+\)\s/;

/**
 * Keeps the title of the window, with that of the app behind it, for as long as
 * the page stands: Backstage's counter of notifications puts a title of before
 * back, a moment late or when it sees a new one.
 *
 * @public
 */
export function useDocumentTitle(title: string): void {
  const appTitle = useApi(configApiRef).getOptionalString('app.title');
  useEffect(() => {
    const own = [title, appTitle].filter(Boolean).join(' | ');
    const keep = () => {
      if (document.title.replace(COUNTER, '') !== own) {
        document.title = own;
      }
    };
    keep();
    const element = document.querySelector('title');
    const observer = new MutationObserver(keep);
    if (element) {
      observer.observe(element, { childList: true, characterData: true });
    }
    return () => observer.disconnect();
  }, [title, appTitle]);
}
