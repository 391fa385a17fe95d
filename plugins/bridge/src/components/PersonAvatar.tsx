import { makeStyles } from '@material-ui/core/styles';
import { initialsOf } from './initialsOf';

// Each is dark enough for white text (4.5 : 1).
const COLOURS = [
  '#1f5493',
  '#6b3fa0',
  '#0f6b5c',
  '#8a3b12',
  '#5a5f1a',
  '#9c2f5f',
];

const useStyles = makeStyles({
  root: {
    flex: 'none',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: '50%',
    color: '#fff',
    fontWeight: 600,
    letterSpacing: 0,
    userSelect: 'none',
  },
});

/** A person's initials in a colour of their own. @public */
export function PersonAvatar(props: { name: string; size?: number }) {
  const { name, size = 32 } = props;
  return (
    <span
      aria-hidden
      className={useStyles().root}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.38,
        background: COLOURS[hashOf(name) % COLOURS.length],
      }}
    >
      {initialsOf(name)}
    </span>
  );
}

function hashOf(text: string): number {
  return [...text].reduce(
    (hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    7,
  );
}
