import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import useAsync from 'react-use/esm/useAsync';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useClock } from '../api/useClock';
import type { ItemQuery } from '../api/useItemSearch';
import { ItemLines } from '../components/ItemLines';
import { Panel } from '../components/Panel';
import { itemsRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';

const SHOWN = 6;

interface ItemsBlockProps {
  title: string;
  /** What it says when there is nothing. */
  none: string;
  query: ItemQuery;
  /** The same question in the address of the Work items page. */
  address: Record<string, string>;
}

/** The first items that a question finds. @internal */
export function ItemsBlock(props: ItemsBlockProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const itemsPath = useRouteRef(itemsRouteRef)();
  return (
    <Panel
      title={props.title}
      actions={
        <Link to={`${itemsPath}?${new URLSearchParams(props.address)}`}>
          {t('block.all')}
        </Link>
      }
    >
      <FirstItems {...props} />
    </Panel>
  );
}

function FirstItems({ query, none }: ItemsBlockProps) {
  const api = useApi(bridgeApiRef);
  const clock = useClock();
  const { t } = useTranslationRef(homeTranslationRef);
  const key = JSON.stringify({ ...query, limit: SHOWN });
  const { value, error } = useAsync(
    () => api.listItems(JSON.parse(key) as ItemQuery),
    [api, key],
  );
  if (error) {
    return <Typography role="alert">{t('block.error')}</Typography>;
  }
  if (!value) {
    return <Skeleton variant="rect" height={120} />;
  }
  return value.items.length === 0 ? (
    <Typography>{none}</Typography>
  ) : (
    <ItemLines items={value.items} clock={clock} />
  );
}
