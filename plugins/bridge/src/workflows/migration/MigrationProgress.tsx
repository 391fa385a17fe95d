import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type {
  MigratedItem,
  WorkflowMigration,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { useClock } from '../../api/useClock';
import { useMigratedItems } from '../../api/useMigrations';
import { NOBODY, useTitles } from '../../api/useTitles';
import { CardError } from '../../components/CardError';
import { formatMoment } from '../../components/formatTime';
import { ItemLink } from '../../components/ItemLink';
import { MoreButton } from '../../components/MoreButton';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { termsTranslationRef } from '../../translation/terms';
import { workflowsTranslationRef } from '../../translation/workflows';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  note: { color: mutedText(theme), fontSize: 12.5 },
  bar: { marginTop: theme.spacing(1) },
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  line: { padding: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
}));

/** How far a migration has come, and which items have not gone over. @internal */
export function MigrationProgress(props: {
  migration: WorkflowMigration;
  /** Whether the reader may see which items it is about. */
  may: boolean;
}) {
  const { migration, may } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const timeZone = useClock()?.timeZone;
  const titleOf = useTitles([migration.startedBy]);
  const { to, status, startedBy, startedAt, moved, waits, left } = migration;
  const begun = {
    ...{ to: String(to), person: titleOf(startedBy) },
    date: formatMoment(startedAt, language, timeZone),
  };
  const isByItself = startedBy === NOBODY;
  return (
    <div className={classes.root}>
      <div role="status">
        {t(`migration.${status}`)} {t('migration.moved', { count: moved })}
      </div>
      <div className={classes.note}>
        {t(isByItself ? 'migration.begunItself' : 'migration.begun', begun)}
      </div>
      {status === 'running' && (
        <LinearProgress
          className={classes.bar}
          aria-label={t('migration.running')}
        />
      )}
      {(['waits', 'left'] as const).map(outcome => (
        <Rest
          key={`${outcome} ${status}`}
          count={{ waits, left }[outcome]}
          {...{ migration, outcome, may }}
        />
      ))}
    </div>
  );
}

function Rest(props: {
  migration: WorkflowMigration;
  outcome: 'waits' | 'left';
  count: number;
  may: boolean;
}) {
  const { migration, outcome, count, may } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const [shown, setShown] = useState(false);
  if (count === 0) {
    return null;
  }
  return (
    <div>
      {t(`migration.${outcome}Items`, { count })}{' '}
      {may && (
        <Button
          size="small"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('migration.hide') : t('migration.which')}
        </Button>
      )}
      {shown && <Items {...{ migration, outcome }} />}
    </div>
  );
}

function Items(props: {
  migration: WorkflowMigration;
  outcome: MigratedItem['outcome'];
}) {
  const { migration, outcome } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const rows = useMigratedItems(migration, outcome);
  const { page, error, loading, loadMore, reload } = rows;
  return (
    <>
      {error && <CardError error={error} onRetry={reload} />}
      <ul className={classes.list}>
        {page?.items.map(({ key, why }) => (
          <li key={key} className={classes.line}>
            <ItemLink itemKey={key} /> {why?.[language]}
          </li>
        ))}
      </ul>
      {page?.nextCursor && (
        <MoreButton label={term('more')} busy={loading} onClick={loadMore} />
      )}
    </>
  );
}
