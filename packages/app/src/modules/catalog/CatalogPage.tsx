import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CatalogTable } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import { useTitle } from '@techbridge/plugin-app-module-zh-cn';
import { systemColumns } from '@techbridge/plugin-bridge';
import { Fragment, ReactNode } from 'react';
import { shellTranslationRef } from '../../translation/shell';

/** The catalog's index. @internal */
export function CatalogPage({ filters }: { filters: ReactNode[] }) {
  return (
    <EntityListProvider pagination>
      <Container>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            <Fragment>{filters}</Fragment>
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <EntityTable />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}

function EntityTable() {
  const { t } = useTranslationRef(shellTranslationRef);
  const translate = useTitle();
  const { filters, totalItems } = useEntityList();
  const kind = translate(filters.kind?.label ?? '');
  return (
    <CatalogTable
      columns={systemColumns}
      actions={[]}
      tableOptions={{ sorting: false, draggable: false }}
      title={
        totalItems === undefined
          ? kind
          : t('catalog.found', { kind, total: String(totalItems) })
      }
    />
  );
}
