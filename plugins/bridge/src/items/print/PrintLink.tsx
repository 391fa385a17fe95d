import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import PrintIcon from '@material-ui/icons/Print';
import { printRouteRef } from '../../routes';
import { itemsTranslationRef } from '../../translation/items';

/** Leads to the sheet of an item. @internal */
export function PrintLink({ itemKey }: { itemKey: string }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const path = useRouteRef(printRouteRef)({ key: itemKey });
  return (
    <LinkButton
      to={path}
      variant="outlined"
      size="small"
      startIcon={<PrintIcon />}
    >
      {t('item.print')}
    </LinkButton>
  );
}
