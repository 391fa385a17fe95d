import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { mutedText } from './mutedText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(6, 2),
    border: `1px dashed ${theme.palette.divider}`,
    borderRadius: 8,
  },
  title: { fontSize: 18, fontWeight: 600, margin: 0 },
  hint: { color: mutedText(theme), maxWidth: 520 },
  actions: { display: 'flex', gap: theme.spacing(1), marginTop: 8 },
}));

/** What stands where a list has nothing to show, and what to do. @internal */
export function Notice(props: {
  title: string;
  hint?: string;
  /** Whether something went wrong, so that it is read out at once. */
  alarming?: boolean;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.alarming ? 'alert' : 'status'}>
      <Typography component="h2" variant="h5" className={classes.title}>
        {props.title}
      </Typography>
      {props.hint && (
        <Typography variant="body2" className={classes.hint}>
          {props.hint}
        </Typography>
      )}
      {props.children && (
        <div className={classes.actions}>{props.children}</div>
      )}
    </div>
  );
}
