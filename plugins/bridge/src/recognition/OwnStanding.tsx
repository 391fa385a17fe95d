import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import type { Standing } from '@techbridge/plugin-bridge-common';
import { useMe } from '../api/useMe';
import { mutedText } from '../components/mutedText';
import { Panel } from '../components/Panel';
import { recognitionTranslationRef } from '../translation/recognition';
import { useContributionsPath } from './useContributionsPath';

const useStyles = makeStyles(theme => ({
  private: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 13,
    color: mutedText(theme),
  },
  rank: { margin: 0, fontSize: 28, fontWeight: 700, lineHeight: 1.2 },
  line: { margin: theme.spacing(0.5, 0) },
  hint: {
    margin: theme.spacing(0.5, 0),
    fontSize: 14,
    color: mutedText(theme),
  },
  link: { display: 'inline-block', marginTop: theme.spacing(1.5) },
}));

/** Where the reader stands, shown to nobody else. @internal */
export function OwnStanding({ standing }: { standing: Standing }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const me = useMe();
  const pathOf = useContributionsPath();
  return (
    <Panel title={t('me.title')}>
      <p className={classes.private}>
        <LockIcon fontSize="inherit" aria-hidden />
        {t('me.private')}
      </p>
      <StandingWords standing={standing} />
      {me && (
        <Link to={pathOf(me.ref)} className={classes.link}>
          {t('me.contributions')}
        </Link>
      )}
    </Panel>
  );
}

function StandingWords({ standing }: { standing: Standing }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const classes = useStyles();
  const { rank, points, toNext } = standing;
  if (rank === null) {
    return (
      <>
        <p className={classes.line}>{t('me.none')}</p>
        <p className={classes.hint}>{t('me.noneHint')}</p>
      </>
    );
  }
  return (
    <>
      <p className={classes.rank}>{t('me.place', { rank: String(rank) })}</p>
      <p className={classes.line}>{t('points.count', { count: points })}</p>
      <p className={classes.hint}>
        {toNext === null ? t('me.top') : t('me.next', { count: toNext })}
      </p>
    </>
  );
}
