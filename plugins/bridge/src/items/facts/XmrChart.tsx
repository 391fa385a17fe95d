import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { isOutside } from '@techbridge/plugin-bridge-common';
import { benefitTranslationRef } from '../../translation/benefit';
import type { Measured } from './benefitOf';
import { useFigures } from './useFigures';

type Series = NonNullable<Measured['series']>;

const WIDTH = 300;
const HEIGHT = 120;
const TOP = 10;
const BOTTOM = HEIGHT - TOP;
const LEFT = 8;
const RIGHT = WIDTH - 56;

/** Lines that are nearer than this leave no room for three figures. */
const TIGHT = 12;

const useStyles = makeStyles(theme => ({
  root: { display: 'block', width: '100%', maxWidth: 360, marginTop: 8 },
  limit: { stroke: theme.palette.text.secondary, strokeDasharray: '4 3' },
  mean: { stroke: theme.palette.text.secondary },
  change: { stroke: theme.palette.divider, strokeWidth: 2 },
  line: { fill: 'none', stroke: theme.palette.primary.main, strokeWidth: 1.5 },
  inside: { fill: theme.palette.primary.main },
  outside: {
    fill: theme.palette.background.paper,
    stroke: theme.palette.error.main,
    strokeWidth: 2,
  },
  label: { fontSize: 11, fill: theme.palette.text.primary },
}));

/**
 * Single values with the mean and the limits of the baseline. A value outside
 * the limits is a ring, so that it is told apart without its colour.
 *
 * @internal
 */
export function XmrChart({ before, after, limits }: Series) {
  const { t } = useTranslationRef(benefitTranslationRef);
  const classes = useStyles();
  const values = [...before, ...after];
  const x = (place: number) =>
    LEFT + ((RIGHT - LEFT) * (place + 0.5)) / values.length;
  const y = scaleOf([...values, limits.lower, limits.upper]);
  const points = values.map((value, place) => ({
    ...{ id: place, x: x(place), y: y(value) },
    isRing: isOutside(value, limits),
  }));
  const change = x(before.length - 0.5);
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('xmr.chart')}
    >
      <Lines limits={limits} y={y} />
      <line
        className={classes.change}
        {...{ x1: change, x2: change, y1: TOP, y2: BOTTOM }}
      />
      {[points.slice(0, before.length), points.slice(before.length)].map(
        part => (
          <polyline
            key={part[0].id}
            className={classes.line}
            points={part.map(one => `${one.x},${one.y}`).join(' ')}
          />
        ),
      )}
      {points.map(one => (
        <circle
          key={one.id}
          className={one.isRing ? classes.outside : classes.inside}
          cx={one.x}
          cy={one.y}
          r={one.isRing ? 4 : 2}
        />
      ))}
    </svg>
  );
}

/** The mean and the limits, each with its figure. */
function Lines(props: {
  limits: Series['limits'];
  y: (value: number) => number;
}) {
  const { limits, y } = props;
  const classes = useStyles();
  const { rounded } = useFigures();
  const isTight = y(limits.mean) - y(limits.upper) < TIGHT;
  const below = isTight
    ? { upper: -2, mean: undefined, lower: 11 }
    : { upper: 4, mean: 4, lower: 4 };
  return (
    <>
      {(['upper', 'mean', 'lower'] as const).map(name => (
        <g key={name}>
          <line
            className={name === 'mean' ? classes.mean : classes.limit}
            {...{ x1: LEFT, x2: RIGHT }}
            {...{ y1: y(limits[name]), y2: y(limits[name]) }}
          />
          {below[name] !== undefined && (
            <text
              className={classes.label}
              x={RIGHT + 4}
              y={y(limits[name]) + below[name]}
            >
              {rounded(limits[name])}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** Where a value stands in the picture; in its middle where all are the same. */
function scaleOf(values: number[]): (value: number) => number {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return value => {
    const share = span === 0 ? 0.5 : (value - least) / span;
    return BOTTOM - (BOTTOM - TOP) * share;
  };
}
