import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';

const useStyles = makeStyles({ discard: { whiteSpace: 'nowrap' } });

/** Says that what was typed before has been found again, and lets it go. @internal */
export function FoundDraft(props: {
  text: string;
  /** What the button says that takes the changes back. */
  discard: string;
  className?: string;
  onDiscard(): void;
}) {
  const { text, discard, className, onDiscard } = props;
  return (
    <Alert
      severity="info"
      className={className}
      action={
        <Button
          color="inherit"
          size="small"
          className={useStyles().discard}
          onClick={onDiscard}
        >
          {discard}
        </Button>
      }
    >
      {text}
    </Alert>
  );
}
