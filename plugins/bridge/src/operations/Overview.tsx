import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Operations } from '@techbridge/plugin-bridge-common';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { operationsTranslationRef } from '../translation/operations';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 3),
      padding: 0,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        gap: theme.spacing(1),
      },
    },
    tile: {
      display: 'block',
      height: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(2),
      borderRadius: 8,
      border: `1px solid ${theme.palette.divider}`,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
      textDecoration: 'none',
      '&:hover': { borderColor: theme.palette.primary.main },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    number: { fontSize: 28, fontWeight: 700, lineHeight: 1.2 },
    wrong: { color: dark ? '#ffb4a8' : '#a5281b' },
    label: { color: mutedText(theme), fontSize: 13 },
  };
});

/** The places of the page that need a hand, and how many things wait there. */
const TILES = {
  stuck: ({ stuck }: Operations) => stuck,
  dead: ({ effects }: Operations) => effects.dead,
  guardErrors: ({ guardErrors }: Operations) => guardErrors,
  overdue: ({ timers }: Operations) => timers.overdue,
};

/** What each number leads to. @internal */
export const SECTIONS: Record<keyof typeof TILES, string> = {
  stuck: 'stuck-items',
  dead: 'effects',
  guardErrors: 'conditions',
  overdue: 'timers',
};

/** How all of it stands, at a glance. @internal */
export function Overview({ operations }: { operations: Operations }) {
  const { t } = useTranslationRef(operationsTranslationRef);
  const classes = useStyles();
  const format = new Intl.NumberFormat(useLanguage());
  return (
    <ul className={classes.root} aria-label={t('overview')}>
      {Object.entries(TILES).map(([name, count]) => {
        const tile = name as keyof typeof TILES;
        const number = count(operations);
        const tone = number > 0 ? classes.wrong : '';
        return (
          <li key={name}>
            <a className={classes.tile} href={`#${SECTIONS[tile]}`}>
              <span className={`${classes.number} ${tone}`}>
                {format.format(number)}
              </span>
              <div className={classes.label}>{t(`count.${tile}`)}</div>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
