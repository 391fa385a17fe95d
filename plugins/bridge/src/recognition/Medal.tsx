import { makeStyles } from '@material-ui/core/styles';
import { mutedText } from '../components/mutedText';

const useStyles = makeStyles(theme => ({
  plain: {
    flex: 'none',
    width: 40,
    textAlign: 'center',
    fontSize: 15,
    fontVariantNumeric: 'tabular-nums',
    color: mutedText(theme),
  },
  medal: { flex: 'none', display: 'block' },
}));

/** Gold, silver and bronze: ribbon, rim, face and number. */
const METALS = [
  { ribbon: '#1f5493', rim: '#b8860b', face: '#f3c945', number: '#4d3800' },
  { ribbon: '#1f5493', rim: '#8a929a', face: '#d8dde2', number: '#343a40' },
  { ribbon: '#1f5493', rim: '#8f5a2b', face: '#dca36c', number: '#43240a' },
];

/** The place of a person: a medal for the first three, else a number. @internal */
export function Medal({ rank, label }: { rank: number; label: string }) {
  const classes = useStyles();
  const metal = METALS[rank - 1];
  if (!metal) {
    return (
      <span className={classes.plain} role="img" aria-label={label}>
        {rank}
      </span>
    );
  }
  return (
    <svg
      className={classes.medal}
      width={40}
      height={44}
      viewBox="0 0 40 44"
      role="img"
      aria-label={label}
    >
      <path d="M10 1h8l4 15h-8z" fill={metal.ribbon} />
      <path d="M30 1h-8l-4 15h8z" fill={metal.ribbon} opacity={0.75} />
      <circle cx={20} cy={28} r={14} fill={metal.rim} />
      <circle cx={20} cy={28} r={11.5} fill={metal.face} />
      <text
        x={20}
        y={33}
        textAnchor="middle"
        fontSize={14}
        fontWeight={700}
        fill={metal.number}
      >
        {rank}
      </text>
    </svg>
  );
}
