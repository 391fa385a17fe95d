import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { mutedText } from './mutedText';

const useStyles = makeStyles(theme => ({
  root: {
    maxWidth: 900,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: theme.spacing(4),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  title: { flex: 1, fontSize: 22, fontWeight: 700, margin: 0, minWidth: 220 },
  heading: { fontSize: 15, fontWeight: 600, margin: theme.spacing(2.5, 0, 1) },
  proof: {
    marginTop: theme.spacing(2.5),
    color: mutedText(theme),
    fontSize: 11.5,
    overflowWrap: 'anywhere',
  },
}));

/** An office document: on paper there is nothing else. @internal */
export function Sheet(props: {
  title: string;
  /** What can be done with it, on the screen. */
  actions?: ReactNode;
  /** What shows that nothing was changed, in small print. */
  proof: string;
  children: ReactNode;
}) {
  const { title, actions, proof, children } = props;
  const classes = useStyles();
  const titleId = useId();
  return (
    <article className={classes.root} data-sheet aria-labelledby={titleId}>
      <div className={classes.top}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {actions && <div data-not-on-paper>{actions}</div>}
      </div>
      {children}
      <p className={classes.proof}>{proof}</p>
    </article>
  );
}

/** A part of an office document. @internal */
export function SheetSection(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={useStyles().heading}>{props.title}</h3>
      {props.children}
    </section>
  );
}
