import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  operationsManagePermission,
  workflowManagePermission,
} from '@techbridge/plugin-bridge-common';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useClock } from '../api/useClock';
import { useLoad } from '../api/useLoad';
import { Loaded } from '../components/Loaded';
import { PageFrame } from '../components/PageFrame';
import { operationsRouteRef, workflowImportRouteRef } from '../routes';
import { workflowsTranslationRef } from '../translation/workflows';
import { NewPanel } from './NewPanel';
import { WorkflowPanel } from './WorkflowPanel';

const useStyles = makeStyles(theme => ({
  panels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
}));

/** Which rules are in force, and what is being changed. @internal */
export function WorkflowListPage() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const clock = useClock();
  return (
    <PageFrame
      title={t('list.title')}
      subtitle={t('list.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <>
          <OperationsLink />
          <ImportLink />
        </>
      }
    >
      <Panels />
    </PageFrame>
  );
}

/** For those who look after what goes on by itself. */
function OperationsLink() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const path = useRouteRef(operationsRouteRef)();
  const { allowed } = usePermission({ permission: operationsManagePermission });
  return allowed ? <Link to={path}>{t('list.operations')}</Link> : null;
}

/** For those who have a file. */
function ImportLink() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const path = useRouteRef(workflowImportRouteRef)();
  const { allowed } = usePermission({ permission: workflowManagePermission });
  return allowed ? <Link to={path}>{t('list.import')}</Link> : null;
}

// Asked for anew each time: what is in force may have changed meanwhile.
function Panels() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const api = useApi(bridgeApiRef);
  const load = useLoad(
    () => Promise.all([api.listNewWorkflows(), api.listWorkflows()]),
    [api],
  );
  return (
    <Loaded load={load} loading={t('list.loading')} failed={t('list.error')}>
      {([fresh, workflows]) => (
        <div className={classes.panels}>
          {fresh.items.length > 0 && <NewPanel workflows={fresh.items} />}
          {workflows.items.map(workflow => (
            <WorkflowPanel key={workflow.id} workflow={workflow} />
          ))}
        </div>
      )}
    </Loaded>
  );
}
