import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Workflow } from '@techbridge/plugin-bridge-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { CRISIS, FEEDBACK, PROPOSAL, RISK_REPORT } from '../../api/workflowIds';
import { ErrorNotice } from '../../components/ErrorNotice';
import { mutedText } from '../../components/mutedText';
import { PageFrame } from '../../components/PageFrame';
import { RowSkeleton } from '../../components/RowSkeleton';
import { useLanguage } from '../../components/useLanguage';
import { newItemRouteRef } from '../../routes';
import { newItemTranslationRef } from '../../translation/newItem';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    maxWidth: 960,
  },
  card: {
    display: 'block',
    boxSizing: 'border-box',
    height: '100%',
    padding: theme.spacing(2.5),
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    '&:hover': { borderColor: theme.palette.primary.main },
  },
  title: { display: 'block', fontSize: 17, fontWeight: 600 },
  hint: { display: 'block', marginTop: 4, color: mutedText(theme) },
}));

const HINTED = [FEEDBACK, PROPOSAL, RISK_REPORT, CRISIS] as const;

/** What can be reported or suggested. @internal */
export function ChooseWorkflowPage() {
  const { t } = useTranslationRef(newItemTranslationRef);
  const api = useApi(bridgeApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.listWorkflows(),
    [api],
  );
  return (
    <PageFrame title={t('choose')} subtitle={t('chooseHint')}>
      {error && (
        <ErrorNotice
          title={t('failed')}
          error={asBridgeError(error)}
          onRetry={retry}
        />
      )}
      {!error && !value && <RowSkeleton label={t('loading')} />}
      {value && <Cards workflows={value.items} />}
    </PageFrame>
  );
}

function Cards({ workflows }: { workflows: Workflow[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {workflows
        // Cases are begun in their library, with an editor of their own.
        .filter(({ start, kind }) => start.form && kind !== 'Case')
        .map(workflow => (
          <li key={workflow.id}>
            <Card workflow={workflow} />
          </li>
        ))}
    </ul>
  );
}

function Card({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslationRef(newItemTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const formPath = useRouteRef(newItemRouteRef)({ workflow: workflow.id });
  const known = HINTED.find(id => id === workflow.id);
  return (
    <Link to={formPath} underline="none" className={classes.card}>
      <span className={classes.title}>{workflow.title[language]}</span>
      {known && <span className={classes.hint}>{t(known)}</span>}
    </Link>
  );
}
