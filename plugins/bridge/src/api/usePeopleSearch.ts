import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { Language } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { localTitle } from '../components/localTitle';
import { useLanguage } from '../components/useLanguage';

/** A person of the catalog who can be appointed. @internal */
export interface FoundPerson {
  user: string;
  name: string;
  groups: string[];
}

const PAUSE = 200;
const MOST = 20;

/** People of the catalog whose name holds a text. @internal */
export function usePeopleSearch(text: string) {
  const catalogApi = useApi(catalogApiRef);
  const language = useLanguage();
  const [term, setTerm] = useState(text);
  useDebounce(() => setTerm(text.trim()), PAUSE, [text]);
  const { value, loading } = useAsync(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'User' },
      fullTextFilter: {
        term,
        fields: ['metadata.title', 'metadata.name', 'spec.profile.displayname'],
      },
      fields: ['kind', 'metadata', 'relations'],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: MOST,
    });
    return items.map(entity => personOf(entity, language));
  }, [catalogApi, term, language]);
  return { people: value ?? [], loading };
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
