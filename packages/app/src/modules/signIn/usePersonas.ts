import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Persona } from './persona';

/**
 * The people of the demo; `none` where the backend offers no personas.
 *
 * @internal
 */
export function usePersonas() {
  const discoveryApi = useApi(discoveryApiRef);
  return useAsyncRetry(async (): Promise<Persona[] | 'none'> => {
    const baseUrl = await discoveryApi.getBaseUrl('auth');
    // Nobody is signed in yet: the app's own fetch would wait for a token.
    const response = await fetch(`${baseUrl}/persona/people`);
    if (response.status === 404) {
      return 'none';
    }
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const { items }: { items: Persona[] } = await response.json();
    return items;
  }, [discoveryApi]);
}
