import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    justifyContent: 'center',
    padding: theme.spacing(2),
  },
}));

/** Below a list: loads the next page. @internal */
export function MoreButton(props: {
  label: string;
  busy: boolean;
  onClick(): void;
}) {
  return (
    <div className={useStyles().root}>
      <Button variant="outlined" onClick={props.onClick} disabled={props.busy}>
        {props.label}
      </Button>
    </div>
  );
}
