import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect } from 'react';

/**
 * Calls back whenever something happens that a channel tells of.
 *
 * @param wake - must be stable between renders
 * @internal
 */
export function useCall(channel: string, wake: () => void) {
  const { lastSignal } = useSignal(channel);
  useEffect(() => {
    if (lastSignal) {
      wake();
    }
  }, [lastSignal, wake]);
}
