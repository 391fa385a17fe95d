import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useContributions } from '../api/useContributions';
import { useDimensionPoints } from '../api/useDimensionPoints';
import { errorSentence } from '../components/errorSentence';
import { useLanguage } from '../components/useLanguage';
import { recognitionTranslationRef } from '../translation/recognition';
import { termsTranslationRef } from '../translation/terms';
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
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const pathOf = useContributionsPath();
  const { page, error, reload } = useContributions({ user, limit: SHOWN });
  const points = useDimensionPoints(user, undefined);
  if (error) {
    return (
      <div role="alert">
        <Typography gutterBottom>{errorSentence(error, language)}</Typography>
        {error.code !== 'not-allowed' && (
          <Button variant="outlined" onClick={reload}>
            {term('retry')}
          </Button>
        )}
      </div>
    );
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
