import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useContributions } from '../api/useContributions';
import { useDimensionPoints } from '../api/useDimensionPoints';
import { CardError } from '../components/CardError';
import { recognitionTranslationRef } from '../translation/recognition';
import { Axes } from './Axes';
import { ContributionLines } from './ContributionLines';
import { useContributionsPath } from './useContributionsPath';

const useStyles = makeStyles(theme => ({
  all: { display: 'inline-block', marginTop: theme.spacing(1) },
}));

const SHOWN = 3;

/** On the page of a person: what others confirmed of their work. @internal */
export function ContributionsCard() {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const { entity } = useEntity();
  return (
    <EntityInfoCard title={t('card.title')}>
      <ContributionsOf user={stringifyEntityRef(entity)} />
    </EntityInfoCard>
  );
}

function ContributionsOf({ user }: { user: string }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const pathOf = useContributionsPath();
  const { page, error, reload } = useContributions({ user, limit: SHOWN });
  const points = useDimensionPoints(user, undefined);
  if (error) {
    const onRetry = error.code === 'not-allowed' ? undefined : reload;
    return <CardError error={error} onRetry={onRetry} />;
  }
  if (!page) {
    return <Skeleton variant="rect" height={120} />;
  }
  if (page.items.length === 0) {
    return <Typography variant="body2">{t('empty.person')}</Typography>;
  }
  return (
    <>
      {points && <Axes points={points} />}
      <ContributionLines label={t('card.title')} contributions={page.items} />
      <Link to={pathOf(user)} className={classes.all}>
        {t('card.all')}
      </Link>
    </>
  );
}
