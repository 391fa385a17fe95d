import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ReactNode } from 'react';
import { itemRouteRef } from '../routes';

/** Leads to a work item; says its key where nothing else is said. @internal */
export function ItemLink(props: { itemKey: string; children?: ReactNode }) {
  const { itemKey, children = itemKey } = props;
  const pathOf = useRouteRef(itemRouteRef);
  return <Link to={pathOf({ key: itemKey })}>{children}</Link>;
}
