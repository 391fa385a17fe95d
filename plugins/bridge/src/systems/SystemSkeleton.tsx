import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { systemsTranslationRef } from '../translation/systems';
import { useRowStyles } from './useRowStyles';

const useStyles = makeStyles(theme => ({
  line: { maxWidth: 220 },
  root: {
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
    },
  },
}));

const ROWS = ['1', '2', '3', '4', '5'];
const CELLS = [0.8, 0.6, 0.4, 0.4, 0.6, 0.5];

/** The shape of the list while it loads. @internal */
export function SystemSkeleton() {
  const { t } = useTranslationRef(systemsTranslationRef);
  const rowClasses = useRowStyles();
  const classes = useStyles();
  return (
    <div role="status" aria-label={t('list.loading')} className={classes.root}>
      {ROWS.map(row => (
        <div key={row} className={rowClasses.row} aria-hidden>
          {CELLS.map((width, cell) => (
            <Skeleton
              key={`${row}-${cell}`}
              className={classes.line}
              width={`${width * 100}%`}
              height={22}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
