import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { useTitles } from '../../api/useTitles';
import { reopeningTranslationRef } from '../../translation/reopening';
import { votesTranslationRef } from '../../translation/votes';
import { formatMoment } from '../../components/formatTime';
import { useLanguage } from '../../components/useLanguage';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(1.5),
    fontSize: 14,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  line: { margin: theme.spacing(0.5, 0, 0) },
}));

/** Which decision is in question again, who reopened it, and why. @internal */
export function DecisionBefore(props: {
  reopens: NonNullable<DecisionRecord['reopens']>;
}) {
  const { action, by, at, reason, decision } = props.reopens;
  const { label, round, state, closedAt } = decision;
  const { t } = useTranslationRef(reopeningTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const zone = useClock()?.timeZone;
  const person = useTitles([by])(by);
  const moment = (time: string) => formatMoment(time, language, zone);
  return (
    <section aria-label={t('title')} className={classes.root}>
      <strong>{t('title')}</strong>
      <p className={classes.line}>
        {t('before', {
          board: label[language],
          round: String(round),
          outcome: tVotes(`outcome.${state}`),
          date: closedAt ? moment(closedAt) : '–',
        })}
      </p>
      <p className={classes.line}>
        {t('reopened', { action: action[language], person, date: moment(at) })}
      </p>
      <p className={classes.line}>{t('reason', { reason })}</p>
    </section>
  );
}
