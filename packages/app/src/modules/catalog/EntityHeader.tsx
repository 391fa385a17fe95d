import { useRouteRefParams } from '@backstage/core-plugin-api';
import {
  entityRouteRef,
  FavoriteEntity,
  useAsyncEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Header } from '@backstage/ui';
import { useTitle } from '@techbridge/plugin-app-module-zh-cn';
import { useDocumentTitle } from '@techbridge/plugin-bridge';

type Tabs = EntityHeaderLayoutProps['tabs'];

/** The head of an entity's page, its tabs in the reader's language. @internal */
export function EntityHeader({ tabs, activeTabId }: EntityHeaderLayoutProps) {
  const translate = useTitle();
  const params = useRouteRefParams(entityRouteRef);
  const { entity } = useAsyncEntity();
  const { primaryTitle } = useEntityPresentation(entity ?? params);
  const activeTab = tabs
    .flatMap(tab => ('items' in tab ? tab.items : [tab]))
    .find(({ id }) => id === activeTabId);
  const tabTitle = activeTab && translate(activeTab.label);
  useDocumentTitle([primaryTitle, tabTitle].filter(Boolean).join(' | '));
  return (
    <Header
      title={primaryTitle}
      tags={[{ label: translate(entity?.kind ?? params.kind) }]}
      tabs={entity && translated(tabs, translate)}
      activeTabId={activeTabId}
      customActions={entity && <FavoriteEntity entity={entity} />}
    />
  );
}

function translated(tabs: Tabs, translate: (english: string) => string): Tabs {
  return tabs.map(tab =>
    'items' in tab
      ? {
          ...tab,
          label: translate(tab.label),
          items: tab.items.map(item => ({
            ...item,
            label: translate(item.label),
          })),
        }
      : { ...tab, label: translate(tab.label) },
  );
}
