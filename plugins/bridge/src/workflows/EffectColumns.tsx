import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 380px',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  effect: {
    [theme.breakpoints.up('md')]: {
      position: 'sticky',
      top: theme.spacing(2),
      maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
      overflowY: 'auto',
    },
  },
}));

/** What is changed, and beside it, always in sight, what that means. @internal */
export function EffectColumns(props: {
  children: ReactNode;
  effect: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.columns}>
      {props.children}
      <div className={classes.effect}>{props.effect}</div>
    </div>
  );
}
