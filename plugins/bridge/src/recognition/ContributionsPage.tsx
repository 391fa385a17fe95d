import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { DIMENSIONS } from '@techbridge/plugin-bridge-common';
import { useParams } from 'react-router-dom';
import { useClock } from '../api/useClock';
import { useContributions } from '../api/useContributions';
import { DimensionPoints, useDimensionPoints } from '../api/useDimensionPoints';
import { useTitles } from '../api/useTitles';
import { PageFrame } from '../components/PageFrame';
import { Panel } from '../components/Panel';
import { ToggleChip } from '../components/ToggleChip';
import { leaderboardsRouteRef } from '../routes';
import { recognitionTranslationRef } from '../translation/recognition';
import { Axes } from './Axes';
import { ContributionList } from './ContributionList';
import { SeasonPick } from './SeasonPick';
import {
  ContributionFilters,
  useContributionFilters,
} from './useContributionFilters';
import { userInPath } from './useContributionsPath';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: '340px minmax(0, 1fr)',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  sum: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 28,
    fontWeight: 700,
    lineHeight: 1.2,
    textAlign: 'center',
  },
}));

/** A person's points: how they spread, and where each comes from. @internal */
export function ContributionsPage() {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const user = userInPath(useParams().user ?? '');
  const name = useTitles([user])(user);
  const clock = useClock();
  const boardPath = useRouteRef(leaderboardsRouteRef)();
  const { filters, change } = useContributionFilters();
  const rows = useContributions({ user, ...filters });
  const points = useDimensionPoints(user, filters.season);
  return (
    <PageFrame
      title={t('person.title', { name })}
      subtitle={t('board.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={<Link to={boardPath}>{t('person.board')}</Link>}
    >
      <FilterRow filters={filters} onChange={change} />
      <div className={classes.columns}>
        {!rows.error && <Picture points={points} />}
        <ContributionList rows={rows} />
      </div>
    </PageFrame>
  );
}

function FilterRow(props: {
  filters: ContributionFilters;
  onChange(changes: ContributionFilters): void;
}) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(recognitionTranslationRef);
  return (
    <div
      className={useStyles().filters}
      role="group"
      aria-label={t('person.filter')}
    >
      <SeasonPick
        any
        value={filters.season}
        onChange={season => onChange({ season })}
      />
      {DIMENSIONS.map(dimension => (
        <ToggleChip
          key={dimension}
          label={t(`dimension.${dimension}`)}
          pressed={filters.dimension === dimension}
          onClick={() =>
            onChange({
              dimension:
                filters.dimension === dimension ? undefined : dimension,
            })
          }
        />
      ))}
    </div>
  );
}

function Picture({ points }: { points?: DimensionPoints }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const sum = DIMENSIONS.reduce(
    (total, one) => total + (points?.[one] ?? 0),
    0,
  );
  return (
    <Panel title={t('person.axes')}>
      {points ? (
        <>
          <p className={classes.sum}>{t('points.count', { count: sum })}</p>
          <Axes points={points} />
        </>
      ) : (
        <Skeleton variant="rect" height={240} />
      )}
    </Panel>
  );
}
