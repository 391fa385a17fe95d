import { makeStyles } from '@material-ui/core/styles';
import { mutedText } from '../components/mutedText';
import { visuallyHidden } from '../components/visuallyHidden';

/** The facts of a row: cells of its grid, or lines of a card on a phone. @internal */
export const useFactStyles = makeStyles(theme => ({
  facts: {
    margin: 0,
    display: 'contents',
    [theme.breakpoints.down('sm')]: {
      display: 'grid',
      gridTemplateColumns: 'max-content 1fr',
      gap: theme.spacing(1, 2),
      alignItems: 'baseline',
    },
  },
  label: {
    ...visuallyHidden,
    [theme.breakpoints.down('sm')]: {
      position: 'static',
      width: 'auto',
      height: 'auto',
      margin: 0,
      clip: 'auto',
      color: mutedText(theme),
      fontSize: 13,
    },
  },
  fact: { margin: 0, minWidth: 0 },
  now: {
    [theme.breakpoints.down('sm')]: {
      gridColumn: '1 / -1',
      padding: theme.spacing(1.25),
      borderRadius: 6,
      background: theme.palette.action.hover,
    },
  },
  nowLabel: { [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' } },
  vacant: { color: mutedText(theme), fontSize: 13 },
  missing: {
    color: theme.palette.type === 'dark' ? '#ffb84d' : '#8a5200',
    fontSize: 13,
  },
  member: { fontSize: 13, lineHeight: 1.5 },
  shift: { color: mutedText(theme) },
}));
