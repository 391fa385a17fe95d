import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    height: 32,
    '@media (pointer: coarse)': { height: 44 },
    padding: theme.spacing(0, 1.5),
    borderRadius: 999,
    border: `1px solid ${
      theme.palette.type === 'dark' ? '#8a8a8a' : '#c4c4c4'
    }`,
    fontSize: 13,
    color: theme.palette.text.primary,
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  pressed: {
    background: theme.palette.primary.main,
    borderColor: theme.palette.primary.main,
    color: theme.palette.primary.contrastText,
    '&:hover': { background: theme.palette.primary.main },
  },
}));

/** A filter that is on or off. @internal */
export function ToggleChip(props: {
  label: string;
  pressed: boolean;
  onClick(): void;
}) {
  const classes = useStyles();
  return (
    <ButtonBase
      className={`${classes.root} ${props.pressed ? classes.pressed : ''}`}
      aria-pressed={props.pressed}
      onClick={props.onClick}
    >
      {props.label}
    </ButtonBase>
  );
}
