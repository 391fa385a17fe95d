import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowVersionDetail } from '@techbridge/plugin-bridge-common';
import { useParams } from 'react-router-dom';
import { useClock } from '../api/useClock';
import {
  useWorkflowVersion,
  WorkflowVersionState,
} from '../api/useWorkflowVersions';
import { ErrorNotice } from '../components/ErrorNotice';
import { PageFrame } from '../components/PageFrame';
import { Panel } from '../components/Panel';
import { RowSkeleton } from '../components/RowSkeleton';
import { useLanguage } from '../components/useLanguage';
import { workflowPlayRouteRef, workflowsRouteRef } from '../routes';
import { workflowsTranslationRef } from '../translation/workflows';
import { DifferenceList } from './DifferenceList';
import { MigrationPanel } from './migration/MigrationPanel';
import { useMaking } from './useMaking';
import { VersionFile } from './VersionFile';
import { VersionHistory } from './VersionHistory';
import { VersionSteps } from './VersionSteps';
import { VersionChip } from './VersionChip';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  note: { margin: theme.spacing(0, 0, 1) },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

/** One version of a workflow: what it changes, and what happens next. @internal */
export function VersionPage() {
  const { id = '', version = '' } = useParams();
  const number = Number(version);
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const clock = useClock();
  const listPath = useRouteRef(workflowsRouteRef)();
  const playPath = useRouteRef(workflowPlayRouteRef)({ id, version });
  const state = useWorkflowVersion(id, number);
  const { found } = state;
  const title = found?.title[language] ?? t('list.title');
  const making = useMaking(found ? [found] : []);
  return (
    <PageFrame
      title={t('version.title', { workflow: title, version })}
      subtitle={found && making(found)}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <>
          {found && <VersionChip status={found.status} />}
          <LinkButton to={playPath} variant="outlined" size="small">
            {t('version.play')}
          </LinkButton>
          <LinkButton to={listPath} variant="outlined" size="small">
            {t('version.back')}
          </LinkButton>
        </>
      }
    >
      <Content {...state} workflow={{ id, title }} />
    </PageFrame>
  );
}

function Content(
  props: WorkflowVersionState & { workflow: { id: string; title: string } },
) {
  const { found, error, reload, workflow } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  if (error) {
    return (
      <ErrorNotice title={t('version.error')} error={error} onRetry={reload} />
    );
  }
  if (!found) {
    return <RowSkeleton label={t('version.loading')} />;
  }
  return (
    <div className={classes.column}>
      <div className={classes.columns}>
        <Changes found={found} />
        <div className={classes.column}>
          <VersionSteps workflow={workflow} found={found} onTaken={reload} />
          <VersionHistory history={found.history} />
        </div>
      </div>
      {found.status === 'published' && (
        <MigrationPanel workflow={workflow.id} />
      )}
      <VersionFile workflow={workflow.id} found={found} />
    </div>
  );
}

function Changes({ found }: { found: WorkflowVersionDetail }) {
  const { differences, basedOn } = found;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const base = basedOn === null ? undefined : String(basedOn);
  return (
    <Panel title={t('changes.title')}>
      <p className={classes.note}>
        {base ? t('version.basedOn', { version: base }) : t('changes.first')}
      </p>
      {base && differences.length === 0 && (
        <p className={classes.note}>{t('changes.none')}</p>
      )}
      <DifferenceList differences={differences} />
    </Panel>
  );
}
