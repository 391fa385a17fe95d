import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { itemsTranslationRef } from '../translation/items';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    maxWidth: '100%',
    maxHeight: 420,
    borderRadius: 6,
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** A picture that somebody attached. @internal */
export function Picture({ source }: { source: string }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  return (
    <img className={useStyles().root} src={source} alt={t('form.pictureAlt')} />
  );
}
