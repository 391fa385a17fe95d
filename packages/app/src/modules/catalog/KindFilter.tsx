import { Select } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  catalogApiRef,
  EntityKindFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useTitle } from '@techbridge/plugin-app-module-zh-cn';
import { useEffect } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { shellTranslationRef } from '../../translation/shell';

const FIRST_KIND = 'System';

/** Which kind of entities the catalog lists, in the reader's language. @internal */
export function KindFilter() {
  const { t } = useTranslationRef(shellTranslationRef);
  const translate = useTitle();
  const kinds = useKinds();
  const { kind, choose } = useChosenKind();
  const shown = kinds.includes(kind) ? kinds : [kind, ...kinds];
  return (
    <Select
      label={t('catalog.kind')}
      items={shown.map(value => ({ value, label: translate(value) }))}
      selected={kind}
      onChange={value => choose(String(value))}
    />
  );
}

function useKinds(): string[] {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async () => {
    const { facets } = await catalogApi.getEntityFacets({ facets: ['kind'] });
    return facets.kind.map(facet => facet.value);
  }, [catalogApi]);
  return value ?? [];
}

function useChosenKind() {
  const { filters, queryParameters, updateFilters } = useEntityList();
  const asked = [queryParameters.kind].flat()[0];
  const choose = (kind: string) =>
    updateFilters({ kind: new EntityKindFilter(kind.toLowerCase(), kind) });
  const chosen = filters.kind?.label;
  useEffect(() => {
    if (!chosen) {
      const kind = asked ? capitalized(asked) : FIRST_KIND;
      updateFilters({ kind: new EntityKindFilter(kind.toLowerCase(), kind) });
    }
  }, [asked, chosen, updateFilters]);
  return { kind: chosen ?? FIRST_KIND, choose };
}

function capitalized(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
