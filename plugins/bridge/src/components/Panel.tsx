import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    minWidth: 0,
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 2.5, 1.5),
  },
  title: { fontSize: 16, fontWeight: 600, lineHeight: 1.4, margin: 0 },
  body: { padding: theme.spacing(0, 2.5, 2.5) },
}));

/** A titled block of a page. @internal */
export function Panel(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <div className={classes.header}>
        <Typography
          id={titleId}
          component="h2"
          variant="h6"
          className={classes.title}
        >
          {props.title}
        </Typography>
        {props.actions}
      </div>
      <div className={classes.body}>{props.children}</div>
    </section>
  );
}
