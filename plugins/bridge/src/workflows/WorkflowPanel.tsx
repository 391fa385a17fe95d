import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Workflow,
  workflowManagePermission,
  WorkflowVersion,
} from '@techbridge/plugin-bridge-common';
import { useNavigate } from 'react-router-dom';
import { useWorkflowVersions } from '../api/useWorkflowVersions';
import { CardError } from '../components/CardError';
import { GuardedButton } from '../components/GuardedButton';
import { MoreButton } from '../components/MoreButton';
import { Panel } from '../components/Panel';
import { useLanguage } from '../components/useLanguage';
import { workflowSettingsRouteRef, workflowVersionRouteRef } from '../routes';
import { termsTranslationRef } from '../translation/terms';
import { workflowsTranslationRef } from '../translation/workflows';
import { useMaking } from './useMaking';
import { VersionLine } from './VersionLine';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** A workflow: its versions, and the way to change it. @internal */
export function WorkflowPanel({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const versions = useWorkflowVersions(workflow.id);
  const { page, error, loading, loadMore, reload } = versions;
  const making = useMaking(page?.items ?? []);
  const title = workflow.title[language];
  const lines = page?.items.map(version => (
    <VersionLine
      key={version.version}
      workflow={workflow.id}
      version={version}
      title={t('version', { version: String(version.version) })}
      note={making(version)}
    />
  ));
  return (
    <Panel
      title={title}
      actions={page && <ChangeButton workflow={workflow} rows={page.items} />}
    >
      {error && <CardError error={error} onRetry={reload} />}
      {!page && !error && <Skeleton variant="rect" height={120} />}
      <ul className={classes.list} aria-label={t('list.versions')}>
        {lines}
      </ul>
      {page?.nextCursor && (
        <MoreButton label={term('more')} busy={loading} onClick={loadMore} />
      )}
    </Panel>
  );
}

const OPEN = new Set<WorkflowVersion['status']>(['draft', 'inReview']);

/** Leads to the settings, or to the draft that is being worked on. */
function ChangeButton(props: { workflow: Workflow; rows: WorkflowVersion[] }) {
  const { workflow, rows } = props;
  const { id } = workflow;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const name = { workflow: workflow.title[useLanguage()] };
  const navigate = useNavigate();
  const settingsPath = useRouteRef(workflowSettingsRouteRef)({ id });
  const versionPath = useRouteRef(workflowVersionRouteRef);
  const { allowed, loading } = usePermission({
    permission: workflowManagePermission,
  });
  const open = rows.find(({ status }) => OPEN.has(status));
  const to = open
    ? versionPath({ id, version: String(open.version) })
    : settingsPath;
  return (
    <GuardedButton
      size="small"
      variant="outlined"
      color="primary"
      label={open ? t('list.goOn', name) : t('list.changeOf', name)}
      barred={allowed || loading ? undefined : t('list.barred')}
      onClick={() => navigate(to)}
    >
      {open ? t('list.draft') : t('list.change')}
    </GuardedButton>
  );
}
