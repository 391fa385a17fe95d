import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      maxWidth: '100%',
      boxSizing: 'border-box',
      padding: '2px 10px',
      borderRadius: 999,
      fontSize: 12.5,
      fontWeight: 600,
      lineHeight: 1.5,
      '&::before': {
        content: '""',
        flex: 'none',
        width: 7,
        height: 7,
        borderRadius: '50%',
        background: 'currentColor',
      },
    },
    task: {
      color: dark ? '#b9d9ff' : '#114a86',
      background: dark ? '#1b3654' : '#e3effc',
    },
    approval: {
      color: dark ? '#e2ccff' : '#57289b',
      background: dark ? '#41305c' : '#f0e7fd',
    },
    wait: {
      color: dark ? '#ffe1b3' : '#6f4300',
      background: dark ? '#5c3f10' : '#ffefd6',
    },
    choice: {
      color: dark ? '#e3e3e3' : '#4a4a4a',
      background: dark ? '#5a5a5a' : '#ececec',
    },
    good: {
      color: dark ? '#c9ecd0' : '#1c5a2c',
      background: dark ? '#24482d' : '#e2f3e6',
    },
  };
});

/** What the colour of a chip says: who moves next, or how it ended. @internal */
export type ChipTone = 'task' | 'approval' | 'wait' | 'choice' | 'good';

/** A word about where something stands. @internal */
export function ToneChip({ label, tone }: { label: string; tone: ChipTone }) {
  const classes = useStyles();
  return <span className={`${classes.root} ${classes[tone]}`}>{label}</span>;
}
