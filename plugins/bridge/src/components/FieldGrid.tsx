import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: theme.spacing(2.5, 2),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

/** Two fields beside each other; below each other on a phone. @internal */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}
