import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowVersionDetail } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { useTitles } from '../api/useTitles';
import { formatMoment } from '../components/formatTime';
import { mutedText } from '../components/mutedText';
import { Panel } from '../components/Panel';
import { useLanguage } from '../components/useLanguage';
import { workflowsTranslationRef } from '../translation/workflows';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: 0 },
  },
  person: { fontWeight: 600 },
  when: { color: mutedText(theme), fontSize: 12.5 },
  comment: {
    margin: theme.spacing(0.5, 0, 0),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/** Who did what with a version, oldest first. @internal */
export function VersionHistory({
  history,
}: Pick<WorkflowVersionDetail, 'history'>) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const timeZone = useClock()?.timeZone;
  const titleOf = useTitles(history.flatMap(({ person }) => person ?? []));
  return (
    <Panel title={t('history.title')}>
      <ol className={classes.list}>
        {history.map(({ type, person, at, comment }) => (
          <li key={`${at} ${type}`} className={classes.line}>
            <span className={classes.person}>
              {person === null ? t('history.file') : titleOf(person)}
            </span>{' '}
            {t(`event.${type}`)}
            <div className={classes.when}>
              {formatMoment(at, language, timeZone)}
            </div>
            {comment && <p className={classes.comment}>{comment}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
