import { makeStyles } from '@material-ui/core/styles';
import { mutedText } from '../../components/mutedText';

/** How figures stand beside each other, each with its name and its formula. @internal */
export const useFigureStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2.5),
    '& > *': { flex: '1 1 220px', minWidth: 0 },
  },
  /** A figure with a picture, whose own figures are to be read. */
  pictured: { flex: '2 1 300px' },
  heading: { fontSize: 13, fontWeight: 400, color: mutedText(theme) },
  figure: { fontSize: 20, fontWeight: 600, margin: theme.spacing(0.5, 0) },
  line: { fontSize: 14, margin: 0, overflowWrap: 'anywhere' },
}));
