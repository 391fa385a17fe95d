import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Skeleton from '@material-ui/lab/Skeleton';
import { libraryTranslationRef } from '../translation/library';
import { useCardStyles } from './useCardStyles';

const CARDS = ['1', '2', '3', '4', '5', '6'];

/** The shape of the list while it loads. @internal */
export function CaseSkeleton() {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useCardStyles();
  return (
    <div role="status" aria-label={t('list.loading')} className={classes.grid}>
      {CARDS.map(card => (
        <div key={card} className={classes.card} aria-hidden>
          <Skeleton width="30%" />
          <Skeleton width="85%" height={28} />
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      ))}
    </div>
  );
}
