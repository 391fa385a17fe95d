import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import DialogContentText from '@material-ui/core/DialogContentText';
import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { termsTranslationRef } from '../translation/terms';
import { FormDialog } from './FormDialog';

const useStyles = makeStyles(theme => ({
  confirm: {
    background: theme.palette.error.dark,
    color: '#fff',
    '&:hover': { background: theme.palette.error.dark },
  },
}));

/** Asks before something that cannot be taken back easily. @internal */
export function ConfirmDialog(props: {
  title: string;
  text: string;
  confirm: string;
  /** What leaves all as it is, where "Cancel" could be taken for the deed. */
  dismiss?: string;
  busy: boolean;
  error?: BridgeError;
  /** What is asked besides. */
  children?: ReactNode;
  onConfirm(): void;
  onClose(): void;
}) {
  const { t } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  return (
    <FormDialog
      title={props.title}
      error={props.error}
      onClose={props.onClose}
      onSubmit={props.onConfirm}
      actions={
        <>
          <Button disableFocusRipple onClick={props.onClose}>
            {props.dismiss ?? t('cancel')}
          </Button>
          <Button
            type="submit"
            disableFocusRipple
            className={classes.confirm}
            variant="contained"
            aria-disabled={props.busy}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <DialogContentText>{props.text}</DialogContentText>
      {props.children}
    </FormDialog>
  );
}
