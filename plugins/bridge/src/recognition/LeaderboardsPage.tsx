import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { LeaderboardId, LEADERBOARDS } from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { useClock } from '../api/useClock';
import { LeaderboardLoad, useLeaderboard } from '../api/useLeaderboard';
import { ErrorNotice } from '../components/ErrorNotice';
import { PageFrame } from '../components/PageFrame';
import { RowSkeleton } from '../components/RowSkeleton';
import { recognitionTranslationRef } from '../translation/recognition';
import { OwnStanding } from './OwnStanding';
import { Places } from './Places';
import { SeasonPick } from './SeasonPick';
import { useBoardFilters } from './useBoardFilters';

const useStyles = makeStyles(theme => ({
  tabs: {
    marginBottom: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '& .MuiTab-root': { minWidth: 88, textTransform: 'none' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  older: { opacity: 0.55, transition: 'opacity 150ms 200ms' },
}));

/** The first places of a season, and one's own standing. @internal */
export function LeaderboardsPage() {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const clock = useClock();
  const { filters, change } = useBoardFilters();
  const { board, season } = filters;
  const load = useLeaderboard(board, season);
  const id = useId();
  return (
    <PageFrame
      title={t('board.title')}
      subtitle={t('board.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <SeasonPick
          value={season ?? load.leaderboard?.season}
          onChange={chosen => change({ season: chosen })}
        />
      }
    >
      <BoardTabs
        id={id}
        board={board}
        onChange={next => change({ board: next })}
      />
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${board}`}
      >
        <BoardContent {...load} />
      </div>
    </PageFrame>
  );
}

function BoardTabs(props: {
  id: string;
  board: LeaderboardId;
  onChange(board: LeaderboardId): void;
}) {
  const { id, board, onChange } = props;
  const { t } = useTranslationRef(recognitionTranslationRef);
  return (
    <Tabs
      className={useStyles().tabs}
      indicatorColor="primary"
      variant="scrollable"
      value={board}
      onChange={(_, next: LeaderboardId) => onChange(next)}
      aria-label={t('board.tabs')}
    >
      {LEADERBOARDS.map(one => (
        <Tab
          key={one}
          value={one}
          id={`${id}-${one}`}
          aria-controls={`${id}-panel`}
          label={one === 'all' ? t('board.all') : t(`dimension.${one}`)}
        />
      ))}
    </Tabs>
  );
}

function BoardContent({
  leaderboard,
  loading,
  error,
  reload,
}: LeaderboardLoad) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  if (error) {
    return (
      <ErrorNotice title={t('error.board')} error={error} onRetry={reload} />
    );
  }
  if (!leaderboard) {
    return <RowSkeleton label={t('board.loading')} />;
  }
  return (
    <div
      className={`${classes.columns} ${loading ? classes.older : ''}`}
      aria-busy={loading}
    >
      <Places rows={leaderboard.items} />
      {leaderboard.me && <OwnStanding standing={leaderboard.me} />}
    </div>
  );
}
