import { useApi } from '@backstage/core-plugin-api';
import { dataUrlOf } from '../components/dataUrlOf';
import { bridgeApiRef } from './bridgeApiRef';
import { useLoad } from './useLoad';

/**
 * An attached picture as an address that holds it: an address of the bridge
 * would ask without the reader's token.
 *
 * @returns undefined while it is loaded, and where it cannot be
 * @internal
 */
export function useAttachedPicture(
  key: string,
  id: number,
  size?: 'small',
): string | undefined {
  const api = useApi(bridgeApiRef);
  const { value } = useLoad(
    async () => dataUrlOf(await api.getAttachment(key, id, size)),
    [api, key, id, size],
  );
  return value;
}
