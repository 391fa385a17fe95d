import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { nameOfRef } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { localTitle } from '../components/localTitle';
import { useLanguage } from '../components/useLanguage';
import { termsTranslationRef } from '../translation/terms';
import { entitiesByRef } from './entityByRef';

/** Stands for a person where a decision or a timer made something. @internal */
export const NOBODY = 'system';

// Short, so that little moves when the title comes.
const NOT_YET = '…';

/** Says what an entity is called in the reader's language. @internal */
export type TitleOf = (entityRef: string) => string;

/**
 * The titles of people, groups and systems in the reader's language. Whoever
 * is not in the catalog is called by the last part of the reference.
 *
 * @internal
 */
export function useTitles(refs: readonly string[]): TitleOf {
  const catalogApi = useApi(catalogApiRef);
  const language = useLanguage();
  const { t } = useTranslationRef(termsTranslationRef);
  const people = refs.filter(ref => ref !== NOBODY);
  const wanted = [...new Set(people)].sort().join();
  const { value, loading } = useAsync(
    async () => entitiesByRef(catalogApi, wanted.split(',').filter(Boolean)),
    [catalogApi, wanted],
  );
  return useCallback(
    (ref: string) => {
      if (ref === NOBODY) {
        return t('workflowItself');
      }
      const entity = value?.get(ref);
      if (entity) {
        return localTitle(entity, language);
      }
      return loading ? NOT_YET : nameOfRef(ref);
    },
    [value, loading, language, t],
  );
}
