import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import Alert from '@material-ui/lab/Alert';
import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { FormEvent, ReactNode, useId } from 'react';
import { errorSentence, fieldSentences } from './errorSentence';
import { errorText } from './errorText';
import { forThumbs } from './forThumbs';
import { useLanguage } from './useLanguage';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    '& .MuiButton-root': { textTransform: 'none' },
    ...errorText(theme),
    ...forThumbs,
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2.5),
    paddingTop: theme.spacing(1),
    paddingBottom: theme.spacing(2),
  },
  actions: { padding: theme.spacing(1.5, 3, 2.5) },
}));

/**
 * A dialog around a form: full screen on a phone, the refusal above the
 * fields, and nothing typed lost by a click beside it. Its buttons have no
 * ripple for the focus: the library's takes the page down where Tab is pressed
 * at the moment that the dialog appears.
 *
 * @internal
 */
export function FormDialog(props: {
  title: string;
  error?: BridgeError;
  /** The paths of problems that stand at a field of their own. */
  fields?: readonly string[];
  /** What to do about the error. */
  remedy?: ReactNode;
  onClose(): void;
  onSubmit(): void;
  actions: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  const phone = useMediaQuery(useTheme().breakpoints.down('xs'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog inside a dialog would submit the outer form too.
    event.stopPropagation();
    props.onSubmit();
  };
  return (
    <Dialog
      open
      fullWidth
      fullScreen={phone && props.wide}
      maxWidth={props.wide ? 'sm' : 'xs'}
      aria-labelledby={titleId}
      onClose={(_, reason) => reason === 'escapeKeyDown' && props.onClose()}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <DialogTitle id={titleId}>{props.title}</DialogTitle>
        <DialogContent className={classes.content}>
          {props.error && (
            <Refusal
              error={props.error}
              fields={props.fields ?? []}
              remedy={props.remedy}
            />
          )}
          {props.children}
        </DialogContent>
        <DialogActions className={classes.actions}>
          {props.actions}
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Refusal(props: {
  error: BridgeError;
  fields: readonly string[];
  remedy?: ReactNode;
}) {
  const { error, fields, remedy } = props;
  const language = useLanguage();
  const unplaced = [...fieldSentences(error, language)].filter(
    ([path]) =>
      !fields.some(field => path === field || path.startsWith(`${field}.`)),
  );
  return (
    <Alert severity="error" role="alert" action={remedy}>
      {errorSentence(error, language)}
      {unplaced.map(([path, sentence]) => (
        <div key={path}>{`${path}: ${sentence}`}</div>
      ))}
    </Alert>
  );
}
