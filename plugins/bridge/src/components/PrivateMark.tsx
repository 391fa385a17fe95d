import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import { termsTranslationRef } from '../translation/terms';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    // As high as the words beside it, so that they stay on one line.
    verticalAlign: 'bottom',
    lineHeight: 'inherit',
    fontSize: 12.5,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: 15 },
});

/** Says of an item that only those see it who play a part in it. @internal */
export function PrivateMark({ item }: { item: { private?: true } }) {
  const { t } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  return item.private ? (
    <span className={classes.root} title={t('item.privateHint')}>
      <LockIcon aria-hidden className={classes.icon} />
      {t('item.private')}
    </span>
  ) : null;
}
