import Button, { ButtonProps } from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  hidden: visuallyHidden,
  barred: { opacity: 0.5 },
});

/**
 * A button that stays reachable when it may not be pressed, and then says why.
 *
 * @internal
 */
export function GuardedButton(
  props: Pick<
    ButtonProps,
    'children' | 'color' | 'variant' | 'size' | 'startIcon' | 'className'
  > & {
    onClick(): void;
    /** Why it may not be pressed. */
    barred?: string;
    /** What it is called where its words alone do not tell. */
    label?: string;
  },
) {
  const { barred, onClick, className, label, ...button } = props;
  const others = { ...button, 'aria-label': label };
  const classes = useStyles();
  const reasonId = useId();
  if (!barred) {
    return <Button {...others} className={className} onClick={onClick} />;
  }
  return (
    <Tooltip title={barred}>
      <span className={className}>
        <Button
          {...others}
          aria-disabled
          aria-describedby={reasonId}
          className={classes.barred}
          disableRipple
        />
        <span id={reasonId} className={classes.hidden}>
          {barred}
        </span>
      </span>
    </Tooltip>
  );
}
