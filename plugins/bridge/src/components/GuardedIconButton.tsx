import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  hidden: visuallyHidden,
  barred: { opacity: 0.4 },
});

/**
 * An icon button that stays reachable when it may not be pressed, and then
 * says why.
 *
 * @internal
 */
export function GuardedIconButton(props: {
  label: string;
  /** Why it may not be pressed. */
  barred?: string;
  onClick(): void;
  children: ReactNode;
}) {
  const { label, barred, onClick, children } = props;
  const classes = useStyles();
  const reasonId = useId();
  return (
    <Tooltip title={barred ? `${label}: ${barred}` : label}>
      <span>
        <IconButton
          size="small"
          aria-label={label}
          aria-disabled={Boolean(barred)}
          aria-describedby={barred ? reasonId : undefined}
          className={barred ? classes.barred : undefined}
          onClick={barred ? undefined : onClick}
        >
          {children}
        </IconButton>
        {barred && (
          <span id={reasonId} className={classes.hidden}>
            {barred}
          </span>
        )}
      </span>
    </Tooltip>
  );
}
