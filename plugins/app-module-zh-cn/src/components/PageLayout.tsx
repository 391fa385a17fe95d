import {
  BreadcrumbEntry,
  PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useMemo } from 'react';
import { useResolvedPath } from 'react-router-dom';
import { useTitle } from '../titles/useTitle';

type Tabs = PageLayoutProps['tabs'];

function resolveHref(parentPath: string, href: string) {
  return href.startsWith('/')
    ? href
    : `${parentPath}/${href}`.replace(/\/{2,}/g, '/');
}

function useTabs(tabs: Tabs, parentPath: string) {
  const translate = useTitle();
  return useMemo(
    () =>
      tabs?.map(tab => ({
        ...tab,
        label: translate(tab.label),
        href: resolveHref(parentPath, tab.href),
        matchStrategy: 'prefix' as const,
      })),
    [tabs, parentPath, translate],
  );
}

// Pages may add breadcrumbs of their own, such as the name of a record, and
// names must stay as they are: only the label of a tab is a standard title.
function useBreadcrumbs(tabs: Tabs) {
  const translate = useTitle();
  const { items } = useBreadcrumbEntries();
  return useMemo(() => {
    const labels = new Set(tabs?.map(tab => tab.label));
    return items.map(item =>
      labels.has(item.label) ? { ...item, label: translate(item.label) } : item,
    );
  }, [items, tabs, translate]);
}

/**
 * Backstage's layout of a page, with its standard titles in the language of
 * the user.
 *
 * @internal
 */
export function PageLayout(props: PageLayoutProps) {
  const { icon, noHeader, titleLink, headerActions, children } = props;
  const translate = useTitle();
  const title = props.title && translate(props.title);
  const parentPath = useResolvedPath('.').pathname.replace(/\/$/, '');
  const tabs = useTabs(props.tabs, parentPath);
  const breadcrumbs = useBreadcrumbs(props.tabs);

  if (noHeader) {
    return <>{children}</>;
  }

  const content = (
    <>
      <PluginHeader
        title={title}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={breadcrumbs}
        tabs={tabs}
        customActions={headerActions}
      />
      {children}
    </>
  );

  if (!title) {
    return content;
  }

  return (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (parentPath || '/') }}
    >
      {content}
    </BreadcrumbEntry>
  );
}
