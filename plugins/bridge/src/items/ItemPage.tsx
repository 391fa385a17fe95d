import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { useItem } from '../api/useItem';
import { ErrorNotice } from '../components/ErrorNotice';
import { PageFrame } from '../components/PageFrame';
import { RowSkeleton } from '../components/RowSkeleton';
import { itemsRouteRef } from '../routes';
import { itemsTranslationRef } from '../translation/items';
import { ItemView } from './ItemView';

/** One work item. @internal */
export function ItemPage() {
  const { t } = useTranslationRef(itemsTranslationRef);
  const key = (useParams().key ?? '').toLocaleUpperCase('en-US');
  const itemsPath = useRouteRef(itemsRouteRef)();
  const { item, error, replace, reload } = useItem(key);
  if (item) {
    return <ItemView item={item} onChanged={replace} onStale={reload} />;
  }
  return (
    <PageFrame title={key}>
      {error ? (
        <ErrorNotice
          title={
            error.code === 'item-not-found'
              ? t('error.noItem')
              : t('error.item')
          }
          error={error}
          onRetry={reload}
        >
          <LinkButton to={itemsPath} variant="outlined">
            {t('error.allItems')}
          </LinkButton>
        </ErrorNotice>
      ) : (
        <RowSkeleton label={t('item.loading')} />
      )}
    </PageFrame>
  );
}
