import { useApi } from '@backstage/core-plugin-api';
import type { Dimension } from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { bridgeApiRef } from './bridgeApiRef';

/** A person's points in each dimension. @internal */
export type DimensionPoints = Record<Dimension, number>;

/**
 * A person's points in each dimension, of one season or of all; undefined
 * until they are known.
 *
 * @internal
 */
export function useDimensionPoints(
  user: string,
  season: string | undefined,
): DimensionPoints | undefined {
  const api = useApi(bridgeApiRef);
  const { value } = useAsync(async (): Promise<DimensionPoints> => {
    const sumOf = async (dimension: Dimension) => {
      const query = { season, dimension, limit: 1 };
      return (await api.listContributions(user, query)).sum;
    };
    const [technical, business, culture] = await Promise.all([
      sumOf('technical'),
      sumOf('business'),
      sumOf('culture'),
    ]);
    return { technical, business, culture };
  }, [api, user, season]);
  return value;
}
