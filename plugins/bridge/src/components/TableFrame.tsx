import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  frame: {
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    width: '100%',
    // On a phone it is moved sideways within its frame, not squeezed.
    minWidth: 520,
    borderCollapse: 'collapse',
    fontSize: 14,
    '& th, & td': {
      border: `1px solid ${theme.palette.text.secondary}`,
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { fontWeight: 600 },
  },
}));

/** A table of an office document, every cell framed, that can be moved. @internal */
export function TableFrame(props: {
  label: string;
  /** How it looks beyond that. */
  className?: string;
  children: ReactNode;
}) {
  const { label, className = '', children } = props;
  const classes = useStyles();
  return (
    // Whoever has no mouse must be able to move it, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} role="group" aria-label={label} tabIndex={0}>
      <table aria-label={label} className={`${classes.table} ${className}`}>
        {children}
      </table>
    </div>
  );
}
