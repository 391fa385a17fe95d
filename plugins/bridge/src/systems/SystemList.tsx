import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Page, System } from '@techbridge/plugin-bridge-common';
import { useMailAddresses } from '../api/useMailAddresses';
import { visuallyHidden } from '../components/visuallyHidden';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { Answer } from './Answer';
import { clearAnswer } from './clearAnswer';
import { ListError, NothingFound } from './ListStates';
import { SystemRow } from './SystemRow';
import { SystemSkeleton } from './SystemSkeleton';
import { useRowStyles } from './useRowStyles';
import type { SystemFilters } from './useSystemFilters';
import type { SystemSearch } from './useSystemSearch';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
    },
  },
  older: { opacity: 0.55, transition: 'opacity 150ms 200ms' },
  more: {
    display: 'flex',
    justifyContent: 'center',
    padding: theme.spacing(2),
  },
  hidden: visuallyHidden,
}));

interface SystemListProps {
  search: SystemSearch;
  filters: SystemFilters;
  onChange(changes: Partial<SystemFilters>): void;
}

/** The systems found, or why there are none. @internal */
export function SystemList({ search, filters, onChange }: SystemListProps) {
  const { page, loading, error } = search;
  if (error && (!page || error.code === 'not-allowed')) {
    return <ListError error={error} onRetry={search.reload} />;
  }
  if (!page) {
    return <SystemSkeleton />;
  }
  return (
    <>
      {error && <ListError error={error} onRetry={search.reload} />}
      {page.items.length > 0 ? (
        <FoundSystems search={search} page={page} />
      ) : (
        !loading && <NothingFound filters={filters} onChange={onChange} />
      )}
    </>
  );
}

function FoundSystems(props: { search: SystemSearch; page: Page<System> }) {
  const { search, page } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const classes = useStyles();
  const mails = useMailAddresses(
    page.items.flatMap(({ askNow }) => askNow[0] ?? []),
  );
  const answer = clearAnswer(search.answers?.q, page);
  return (
    <div
      className={search.loading ? classes.older : undefined}
      aria-busy={search.loading}
    >
      {answer && <Answer system={answer} mails={mails} />}
      <ColumnLabels />
      <ul className={classes.list} aria-label={t('list.label')}>
        {page.items.map(system => (
          <SystemRow key={system.name} system={system} mails={mails} />
        ))}
      </ul>
      {page.nextCursor && (
        <div className={classes.more}>
          <Button
            variant="outlined"
            onClick={search.loadMore}
            disabled={search.loading}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function ColumnLabels() {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useRowStyles();
  return (
    <div className={classes.labels} aria-hidden>
      <span>{t('list.system')}</span>
      <span>{term('askNow')}</span>
      <span>{term('role.lead')}</span>
      <span>{term('role.backup')}</span>
      <span>{t('list.members')}</span>
      <span>{term('owner.it')}</span>
    </div>
  );
}
