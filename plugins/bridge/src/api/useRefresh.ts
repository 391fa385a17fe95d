import { useEffect, useRef } from 'react';

const EVERY = 30_000;

/**
 * Calls back when the window is looked at again, and every 30 seconds while it
 * is visible.
 *
 * @internal
 */
export function useRefresh(refresh: () => void) {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') {
        latest.current();
      }
    };
    const timer = window.setInterval(look, EVERY);
    window.addEventListener('focus', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
}
