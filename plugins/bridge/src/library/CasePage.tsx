import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import Skeleton from '@material-ui/lab/Skeleton';
import type { Case } from '@techbridge/plugin-bridge-common';
import { useParams } from 'react-router-dom';
import { useCase } from '../api/useCase';
import { useClock } from '../api/useClock';
import { PageFrame } from '../components/PageFrame';
import { casesRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';
import { CaseError } from './CaseError';
import { CaseFacts } from './CaseFacts';
import { CaseRevisions } from './CaseRevisions';
import { CaseText } from './CaseText';
import { DocsButton } from './DocsButton';
import { EditButton } from './EditButton';

const useStyles = makeStyles(theme => ({
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
  text: {
    boxSizing: 'border-box',
    padding: theme.spacing(3, 4),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    minWidth: 0,
    // Lines longer than this are hard to read on.
    '& > *': { maxWidth: 780 },
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  aside: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  newer: { marginBottom: theme.spacing(2) },
}));

/** Reads one case. @internal */
export function CasePage() {
  const { id = '' } = useParams();
  const { t } = useTranslationRef(libraryTranslationRef);
  const clock = useClock();
  const { found, error, reload } = useCase(id);
  return (
    <PageFrame
      title={found?.title ?? id.toLocaleUpperCase('en-US')}
      subtitle={found?.key}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={<CaseActions found={found} />}
    >
      {found && <CaseColumns found={found} />}
      {!found && error && <CaseError error={error} onRetry={reload} />}
      {!found && !error && (
        <div role="status" aria-label={t('case.loading')}>
          <Skeleton variant="rect" height={420} />
        </div>
      )}
    </PageFrame>
  );
}

function CaseActions({ found }: { found?: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const listPath = useRouteRef(casesRouteRef)();
  return (
    <>
      <Link to={listPath}>{t('case.back')}</Link>
      {found && <EditButton found={found} />}
      {found && <DocsButton found={found} />}
    </>
  );
}

function CaseColumns({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const { publishedRevision, revision } = found;
  const newer = publishedRevision !== null && revision > publishedRevision;
  return (
    <div className={classes.columns}>
      <article className={classes.text} aria-label={found.title}>
        {newer && (
          <Alert severity="info" className={classes.newer}>
            {t('case.newer', { revision: String(publishedRevision) })}
          </Alert>
        )}
        <CaseText body={found.body} language={found.language} />
      </article>
      <div className={classes.aside}>
        <CaseFacts found={found} />
        <CaseRevisions found={found} />
      </div>
    </div>
  );
}
