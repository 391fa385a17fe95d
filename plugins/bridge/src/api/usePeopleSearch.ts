import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { Language } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { localTitle } from '../components/localTitle';
import { useLanguage } from '../components/useLanguage';
import { MOST_FOUND, useFound } from './useFound';

/** A person of the catalog who can be appointed. @internal */
export interface FoundPerson {
  user: string;
  name: string;
  groups: string[];
}

const NAMES = ['metadata.title', 'metadata.name', 'spec.profile.displayname'];

/** People of the catalog whose name holds a text. @internal */
export function usePeopleSearch(text: string) {
  const catalogApi = useApi(catalogApiRef);
  const language = useLanguage();
  const search = useCallback(
    async (term: string) => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'User' },
        fullTextFilter: { term, fields: NAMES },
        fields: ['kind', 'metadata', 'relations'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_FOUND,
      });
      return items.map(entity => personOf(entity, language));
    },
    [catalogApi, language],
  );
  const { found, loading } = useFound(text, search);
  return { people: found, loading };
}

function personOf(entity: Entity, language: Language): FoundPerson {
  return {
    user: stringifyEntityRef(entity),
    name: localTitle(entity, language),
    groups: (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef),
  };
}
