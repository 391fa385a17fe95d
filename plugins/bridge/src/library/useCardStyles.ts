import { makeStyles } from '@material-ui/core/styles';
import { mutedText } from '../components/mutedText';

/** The grid of cases, and the frame of each. @internal */
export const useCardStyles = makeStyles(theme => ({
  grid: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    gap: theme.spacing(2),
  },
  card: {
    position: 'relative',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
    [theme.breakpoints.up('sm')]: { minHeight: 190 },
    padding: theme.spacing(2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    transition: 'border-color 120ms, box-shadow 120ms',
    '&:hover, &:focus-within': {
      borderColor: theme.palette.primary.main,
      boxShadow: theme.shadows[2],
    },
  },
}));

/** The words on the card of a case. @internal */
export const useCardWordStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  key: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
    fontSize: 12.5,
    color: mutedText(theme),
  },
  title: {
    margin: 0,
    fontSize: 16,
    fontWeight: 600,
    lineHeight: 1.4,
    overflowWrap: 'anywhere',
    // The whole card leads to the case; the link is its title.
    '& a': { color: theme.palette.text.primary },
    '& a::after': { content: '""', position: 'absolute', inset: 0 },
    '& a:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  summary: {
    margin: 0,
    fontSize: 14,
    lineHeight: 1.55,
    color: mutedText(theme),
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    '-webkit-line-clamp': 3,
    '-webkit-box-orient': 'vertical',
    maxHeight: '4.65em',
  },
  // Stands at the bottom, however long the summary is.
  end: { marginTop: 'auto' },
  systems: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.75),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1),
    padding: 0,
  },
  system: {
    padding: '1px 8px',
    borderRadius: 4,
    fontSize: 12.5,
    color: theme.palette.text.primary,
    background: theme.palette.action.hover,
  },
  foot: { fontSize: 12.5, color: mutedText(theme) },
}));
