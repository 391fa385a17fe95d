import { makeStyles } from '@material-ui/core/styles';
import { mutedText } from '../components/mutedText';

const COLUMNS =
  'minmax(220px, 2.2fr) minmax(190px, 1.7fr) minmax(96px, 1fr) minmax(96px, 1fr) minmax(160px, 1.5fr) minmax(110px, 1fr)';

/** One grid for the labels and the rows; a card each on a phone. @internal */
export const useRowStyles = makeStyles(theme => ({
  labels: {
    display: 'grid',
    gridTemplateColumns: COLUMNS,
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0, 2, 0.75),
    fontSize: 12.5,
    color: mutedText(theme),
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  row: {
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.up('md')]: {
      display: 'grid',
      gridTemplateColumns: COLUMNS,
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(1.25, 2),
      minHeight: 64,
      borderBottomWidth: 0,
      '&:first-child': { borderRadius: '8px 8px 0 0' },
      '&:last-child': { borderBottomWidth: 1, borderRadius: '0 0 8px 8px' },
      '&:only-child': { borderRadius: 8 },
      '&:hover': { background: theme.palette.action.hover },
    },
    [theme.breakpoints.down('sm')]: {
      borderRadius: 8,
      padding: theme.spacing(2),
    },
  },
  system: {
    minWidth: 0,
    [theme.breakpoints.down('sm')]: { marginBottom: theme.spacing(1.5) },
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontSize: 15,
    fontWeight: 600,
  },
  about: {
    color: mutedText(theme),
    fontSize: 12.5,
    marginTop: 2,
  },
  code: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
    fontSize: 12,
  },
}));
