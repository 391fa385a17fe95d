import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useClock } from '../api/useClock';
import { useLoad } from '../api/useLoad';
import { useRefresh } from '../api/useRefresh';
import { Loaded } from '../components/Loaded';
import { PageFrame } from '../components/PageFrame';
import { operationsTranslationRef } from '../translation/operations';
import { Effects } from './Effects';
import { Explain } from './Explain';
import { GuardErrors } from './GuardErrors';
import { Overview } from './Overview';
import { StuckItems } from './StuckItems';
import { Timers } from './Timers';

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
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
    [theme.breakpoints.down('sm')]: { gap: theme.spacing(2) },
  },
}));

/** What goes on by itself, and where it needs a hand. @internal */
export function OperationsPage() {
  const { t } = useTranslationRef(operationsTranslationRef);
  const clock = useClock();
  return (
    <PageFrame
      title={t('title')}
      subtitle={t('subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      <Content />
    </PageFrame>
  );
}

function Content() {
  const { t } = useTranslationRef(operationsTranslationRef);
  const classes = useStyles();
  const api = useApi(bridgeApiRef);
  const load = useLoad(() => api.getOperations(), [api]);
  const { retry } = load;
  useRefresh(retry);
  return (
    <Loaded load={load} loading={t('loading')} failed={t('error')}>
      {operations => (
        <>
          <Overview operations={operations} />
          <div className={classes.panels}>
            <div className={classes.column}>
              <StuckItems />
              <Effects counts={operations.effects} onChange={retry} />
              <GuardErrors />
            </div>
            <div className={classes.column}>
              <Explain />
              <Timers />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
