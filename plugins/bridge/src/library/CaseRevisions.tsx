import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type {
  Case,
  CaseRevision,
  Page,
} from '@techbridge/plugin-bridge-common';
import { useCaseRevisions } from '../api/useCaseRevisions';
import { useClock } from '../api/useClock';
import { useTitles } from '../api/useTitles';
import { formatMoment } from '../components/formatTime';
import { mutedText } from '../components/mutedText';
import { Panel } from '../components/Panel';
import { useLanguage } from '../components/useLanguage';
import { libraryTranslationRef } from '../translation/library';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  revision: {
    padding: theme.spacing(1, 0),
    fontSize: 14,
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: 0 },
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1) },
  number: { fontWeight: 600 },
  published: { color: theme.palette.type === 'dark' ? '#c9ecd0' : '#1c5a2c' },
  about: { color: mutedText(theme), fontSize: 13 },
}));

/** Who changed the text of a case, and when. @internal */
export function CaseRevisions({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const { page, error } = useCaseRevisions(found.id, found.revision);
  return (
    <Panel title={t('revisions.title')}>
      {error && (
        <Typography variant="body2" role="alert">
          {t('revisions.error')}
        </Typography>
      )}
      {!error && !page && <Skeleton variant="rect" height={64} />}
      {!error && page && <RevisionList page={page} />}
    </Panel>
  );
}

function RevisionList({ page }: { page: Page<CaseRevision> }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const titleOf = useTitles(page.items.map(({ author }) => author));
  return (
    <>
      <ol className={classes.list} aria-label={t('revisions.title')}>
        {page.items.map(({ revision, author, at, published }) => (
          <li key={revision} className={classes.revision}>
            <div className={classes.head}>
              <span className={classes.number}>
                {t('revisions.number', { number: String(revision) })}
              </span>
              {published && (
                <span className={classes.published}>
                  {t('revisions.published')}
                </span>
              )}
            </div>
            <div className={classes.about}>
              {`${titleOf(author)} · ${formatMoment(at, language, timeZone)}`}
            </div>
          </li>
        ))}
      </ol>
      {page.nextCursor && (
        <Typography variant="body2" className={classes.about}>
          {t('revisions.older')}
        </Typography>
      )}
    </>
  );
}
