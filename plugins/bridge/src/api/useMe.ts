import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** Who is signed in, and the groups they belong to. @internal */
export interface Me {
  ref: string;
  groups: string[];
}

/** Who is signed in; undefined until it is known. @internal */
export function useMe(): Me | undefined {
  const identityApi = useApi(identityApiRef);
  return useAsync(async (): Promise<Me> => {
    const identity = await identityApi.getBackstageIdentity();
    const groups = identity.ownershipEntityRefs.filter(ref =>
      ref.startsWith('group:'),
    );
    return { ref: identity.userEntityRef, groups };
  }, [identityApi]).value;
}
