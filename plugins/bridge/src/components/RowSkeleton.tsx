import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  row: {
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: theme.spacing(1.5, 2),
  },
}));

const ROWS = ['1', '2', '3', '4', '5'];

/** The shape of a list while it loads. @internal */
export function RowSkeleton({ label }: { label: string }) {
  const classes = useStyles();
  return (
    <div role="status" aria-label={label} className={classes.root}>
      {ROWS.map(row => (
        <div key={row} className={classes.row} aria-hidden>
          <Skeleton width="45%" height={24} />
          <Skeleton width="70%" height={18} />
        </div>
      ))}
    </div>
  );
}
