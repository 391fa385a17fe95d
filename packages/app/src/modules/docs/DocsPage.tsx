import {
  Link,
  ResponseErrorPanel,
  TableColumn,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CatalogFilterLayout,
  EntityDisplayName,
  EntityListProvider,
  EntityOwnerPicker,
  useEntityList,
  UserListPicker,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import {
  DocsTable,
  DocsTableRow,
  TechDocsPicker,
} from '@backstage/plugin-techdocs';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { Container } from '@backstage/ui';
import { shellTranslationRef } from '../../translation/shell';

/** The index of the documents. @internal */
export function DocsPage() {
  return (
    <Container mt="6">
      <EntityListProvider>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            <TechDocsPicker />
            <UserListPicker initialFilter="all" />
            <EntityOwnerPicker />
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <Documents />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </EntityListProvider>
    </Container>
  );
}

/** A title is enough to choose by; the words of a case are in the library. */
const TITLE: TableColumn<DocsTableRow> = {
  ...DocsTable.columns.createNameColumn(),
  width: '60%',
  render: ({ entity, resolved }) => (
    <Link to={resolved.docsUrl}>
      <EntityDisplayName entityRef={entity} hideIcon />
    </Link>
  ),
};

function Documents() {
  const { t } = useTranslationRef(shellTranslationRef);
  const { t: techdocs } = useTranslationRef(techdocsTranslationRef);
  const { entities, loading, error } = useEntityList();
  const { isStarredEntity, toggleStarredEntity } = useStarredEntities();
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  const star = DocsTable.actions.createStarEntityAction(
    isStarredEntity,
    toggleStarredEntity,
    techdocs,
  );
  return (
    <DocsTable
      title={t('nav.docs')}
      entities={entities}
      loading={loading}
      columns={[TITLE, DocsTable.columns.createOwnerColumn()]}
      actions={[star]}
      options={{ sorting: false, draggable: false }}
    />
  );
}
