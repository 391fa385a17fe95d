import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Dimension, DIMENSIONS } from '@techbridge/plugin-bridge-common';
import type { DimensionPoints } from '../api/useDimensionPoints';
import { recognitionTranslationRef } from '../translation/recognition';

const useStyles = makeStyles(theme => ({
  root: { display: 'block', width: '100%', maxWidth: 300, margin: '0 auto' },
  web: {
    fill: 'none',
    stroke: theme.palette.type === 'dark' ? '#777' : '#c4c4c4',
    strokeWidth: 1,
  },
  area: {
    fill: theme.palette.primary.main,
    fillOpacity: 0.25,
    stroke: theme.palette.primary.main,
    strokeWidth: 2,
    strokeLinejoin: 'round',
  },
  point: { fill: theme.palette.primary.main },
  label: { fontSize: 13, fontWeight: 600, fill: theme.palette.text.primary },
}));

const CENTRE = { x: 150, y: 118 };
const REACH = 84;
const RINGS = [1 / 3, 2 / 3, 1];

/** Upwards, then clockwise: where an axis points, and where its label stands. */
const AXES: Record<
  Dimension,
  { angle: number; x: number; y: number; anchor: 'start' | 'middle' | 'end' }
> = {
  technical: { angle: -90, x: 150, y: 20, anchor: 'middle' },
  business: { angle: 30, x: 296, y: 188, anchor: 'end' },
  culture: { angle: 150, x: 4, y: 188, anchor: 'start' },
};

/** How a person's points spread over the three dimensions. @internal */
export function Axes({ points }: { points: DimensionPoints }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const most = Math.max(1, ...DIMENSIONS.map(one => points[one]));
  const axis = (one: Dimension) =>
    t('person.axis', {
      dimension: t(`dimension.${one}`),
      points: String(points[one]).replace('-', '−'),
    });
  const values = DIMENSIONS.map(axis).join(' · ');
  return (
    <svg
      className={classes.root}
      viewBox="0 0 300 200"
      role="img"
      aria-label={t('person.axesLabel', { values })}
    >
      <Web />
      <polygon
        className={classes.area}
        points={ring(one => shareOf(points[one], most))}
      />
      {DIMENSIONS.map(one => {
        const { x, y } = at(one, shareOf(points[one], most));
        return (
          <circle key={one} className={classes.point} cx={x} cy={y} r={3.5} />
        );
      })}
      {DIMENSIONS.map(one => (
        <text
          key={one}
          className={classes.label}
          x={AXES[one].x}
          y={AXES[one].y}
          textAnchor={AXES[one].anchor}
        >
          {axis(one)}
        </text>
      ))}
    </svg>
  );
}

/** The empty web that the points are drawn on. */
function Web() {
  const classes = useStyles();
  return (
    <>
      {RINGS.map(share => (
        <polygon
          key={share}
          className={classes.web}
          points={ring(() => share)}
        />
      ))}
      {DIMENSIONS.map(one => {
        const end = at(one, 1);
        return (
          <line
            key={one}
            className={classes.web}
            x1={CENTRE.x}
            y1={CENTRE.y}
            x2={end.x}
            y2={end.y}
          />
        );
      })}
    </>
  );
}

/** A correction can leave less than nothing; the picture starts at nothing. */
function shareOf(points: number, most: number): number {
  return Math.max(0, points) / most;
}

function at(dimension: Dimension, share: number): { x: number; y: number } {
  const radians = (AXES[dimension].angle * Math.PI) / 180;
  return {
    x: CENTRE.x + Math.cos(radians) * REACH * share,
    y: CENTRE.y + Math.sin(radians) * REACH * share,
  };
}

function ring(share: (dimension: Dimension) => number): string {
  return DIMENSIONS.map(one => at(one, share(one)))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
}
