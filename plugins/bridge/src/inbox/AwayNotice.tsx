import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { Absences } from '../api/useAbsences';
import type { Clock } from '../api/useClock';
import { useTitles } from '../api/useTitles';
import { formatDate } from '../components/formatDate';
import { useLanguage } from '../components/useLanguage';
import { absenceTranslationRef } from '../translation/absence';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
}));

/** Reminds the reader of an absence that holds today. @internal */
export function AwayNotice(props: {
  person?: string;
  absences: Absences;
  clock?: Clock;
}) {
  const { person, absences, clock } = props;
  const { t } = useTranslationRef(absenceTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const today = clock?.today() ?? '';
  const now = absences.page?.items.find(
    one => one.person === person && !one.item && one.from <= today,
  );
  const titleOf = useTitles(now ? [now.delegate] : []);
  return now ? (
    <Alert severity="info" className={classes.root}>
      {t('now.away', {
        until: formatDate(now.until, language),
        person: titleOf(now.delegate),
      })}
    </Alert>
  ) : null;
}
