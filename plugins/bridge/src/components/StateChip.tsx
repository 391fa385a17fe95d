import { makeStyles } from '@material-ui/core/styles';
import type { ItemStateView } from '@techbridge/plugin-bridge-common';
import { useLanguage } from './useLanguage';

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

/** The words with which shipped workflows say that something came of it. */
const GOOD = 'solved converted verified released published success'.split(' ');

/**
 * The state of an item; the colour says who moves next, or whether something
 * came of it.
 *
 * @internal
 */
export function StateChip({ state }: { state: ItemStateView }) {
  const classes = useStyles();
  const language = useLanguage();
  return (
    <span className={`${classes.root} ${classes[colourOf(state)]}`}>
      {state.label[language]}
    </span>
  );
}

function colourOf({ type, outcome = '' }: ItemStateView) {
  if (type === 'end') {
    return GOOD.includes(outcome) ? 'good' : 'choice';
  }
  return type;
}
