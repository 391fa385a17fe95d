import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { localTitle } from '../components/localTitle';
import { useLanguage } from '../components/useLanguage';

/**
 * The departments that people belong to, as the reader calls them; undefined
 * until they are known.
 *
 * @internal
 */
export function useDepartmentsOf(
  people: readonly string[],
): string[] | undefined {
  const catalogApi = useApi(catalogApiRef);
  const language = useLanguage();
  const members = people.join();
  return useAsync(async () => {
    if (!members) {
      return [];
    }
    const { items } = await catalogApi.getEntities({
      filter: {
        kind: 'Group',
        'spec.type': 'department',
        'relations.hasMember': members.split(','),
      },
      fields: ['kind', 'metadata'],
    });
    return items.map(group => localTitle(group, language));
  }, [catalogApi, members, language]).value;
}
