import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useMigrations } from '../../api/useMigrations';
import { CardError } from '../../components/CardError';
import { Panel } from '../../components/Panel';
import { workflowsTranslationRef } from '../../translation/workflows';
import { OlderVersion } from './OlderVersion';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  note: { margin: 0 },
});

/** Open items that run on older versions, and the way to take them along. @internal */
export function MigrationPanel({ workflow }: { workflow: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const { found, error, reload } = useMigrations(workflow);
  return (
    <Panel title={t('migration.title')}>
      {error && !found && <CardError error={error} onRetry={reload} />}
      {!found && !error && <Skeleton variant="rect" height={80} />}
      {found?.versions.length === 0 && (
        <p className={classes.note}>{t('migration.none')}</p>
      )}
      <ul className={classes.list}>
        {found?.versions.map(older => (
          <OlderVersion
            key={older.version}
            {...{ workflow, found, older }}
            onChanged={reload}
          />
        ))}
      </ul>
    </Panel>
  );
}
