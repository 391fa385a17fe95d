import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { LeaderboardRow } from '@techbridge/plugin-bridge-common';
import { useMe } from '../api/useMe';
import { mutedText } from '../components/mutedText';
import { Notice } from '../components/Notice';
import { PersonAvatar } from '../components/PersonAvatar';
import { useNameOf } from '../components/useNameOf';
import { recognitionTranslationRef } from '../translation/recognition';
import { Medal } from './Medal';
import { useContributionsPath } from './useContributionsPath';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    overflow: 'hidden',
  },
  place: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 56,
    padding: theme.spacing(0.75, 2),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
    [theme.breakpoints.down('xs')]: {
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 1),
    },
  },
  honoured: { minHeight: 68 },
  avatar: { flex: 'none', display: 'grid', placeItems: 'center', width: 40 },
  words: { flex: 1, minWidth: 0 },
  name: { fontSize: 15, fontWeight: 600, overflowWrap: 'anywhere' },
  you: {
    marginLeft: theme.spacing(1),
    padding: '0 8px',
    borderRadius: 999,
    border: `1px solid ${mutedText(theme)}`,
    fontSize: 12,
    color: mutedText(theme),
  },
  track: {
    height: 6,
    marginTop: 6,
    borderRadius: 3,
    background: theme.palette.action.hover,
    overflow: 'hidden',
  },
  bar: {
    height: '100%',
    borderRadius: 3,
    background: theme.palette.primary.main,
  },
  points: {
    flex: 'none',
    minWidth: 64,
    textAlign: 'right',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
}));

const MEDALS = 3;

/** The first places, each with the way to where the points come from. @internal */
export function Places({ rows }: { rows: LeaderboardRow[] }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const me = useMe();
  const most = Math.max(1, ...rows.map(({ points }) => points));
  if (rows.length === 0) {
    return <Notice title={t('empty.board')} hint={t('empty.boardHint')} />;
  }
  return (
    <ol className={classes.list} aria-label={t('board.list')}>
      {rows.map(row => (
        <Place
          key={row.person.ref}
          row={row}
          mine={row.person.ref === me?.ref}
          most={most}
        />
      ))}
    </ol>
  );
}

function Place(props: { row: LeaderboardRow; mine: boolean; most: number }) {
  const { row, mine, most } = props;
  const { rank, person, points } = row;
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const honoured = rank <= MEDALS;
  const pathOf = useContributionsPath();
  const name = useNameOf()(person);
  return (
    <li className={`${classes.place} ${honoured ? classes.honoured : ''}`}>
      <Medal rank={rank} label={t('board.medal', { rank: String(rank) })} />
      <span className={classes.avatar}>
        <PersonAvatar name={person.name} size={honoured ? 40 : 32} />
      </span>
      <div className={classes.words}>
        <Link to={pathOf(person.ref)} className={classes.name}>
          {name}
        </Link>
        {mine && <span className={classes.you}>{t('board.you')}</span>}
        <div className={classes.track} aria-hidden>
          <div
            className={classes.bar}
            style={{ width: `${Math.max(0, (points / most) * 100)}%` }}
          />
        </div>
      </div>
      <span className={classes.points}>
        {t('points.count', { count: points })}
      </span>
    </li>
  );
}
