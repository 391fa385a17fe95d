import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** The mail addresses of people, by their reference. @internal */
export type MailAddresses = ReadonlyMap<string, string>;

const NONE: MailAddresses = new Map();

/**
 * The mail addresses that the catalog has for people, asked for in one call.
 * Whoever has none is reached through their profile page.
 *
 * @internal
 */
export function useMailAddresses(people: readonly string[]): MailAddresses {
  const catalogApi = useApi(catalogApiRef);
  const wanted = [...new Set(people)].sort().join();
  const { value } = useAsync(async () => {
    const entityRefs = wanted.split(',').filter(Boolean);
    if (entityRefs.length === 0) {
      return NONE;
    }
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: ['spec.profile.email'],
    });
    return new Map(
      entityRefs.flatMap((ref, index): [string, string][] => {
        const email = emailOf(items[index]?.spec?.profile);
        return email ? [[ref, email]] : [];
      }),
    );
  }, [catalogApi, wanted]);
  return value ?? NONE;
}

function emailOf(profile: unknown): string | undefined {
  const { email } = (profile ?? {}) as { email?: unknown };
  return typeof email === 'string' && email ? email : undefined;
}
