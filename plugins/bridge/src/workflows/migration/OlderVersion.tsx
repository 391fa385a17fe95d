import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { GuardedButton } from '../../components/GuardedButton';
import { workflowsTranslationRef } from '../../translation/workflows';
import { CancelDialog, StartDialog } from './MigrationDialogs';
import { MigrationPreview } from './MigrationPreview';
import { MigrationProgress } from './MigrationProgress';
import type { OlderVersionProps } from './OlderVersionProps';

const useStyles = makeStyles(theme => ({
  line: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: 0 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  name: { fontWeight: 600 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** One older version: its items, and what becomes of them. @internal */
export function OlderVersion(props: OlderVersionProps) {
  const { workflow, found, older } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const [tried, setTried] = useState(false);
  const version = String(older.version);
  const { migration } = older;
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <span className={classes.name}>
          {t('migration.items', { version, count: older.items })}
        </span>
        <div className={classes.buttons}>
          {found.mayMigrate && older.items > 0 && (
            <Button
              size="small"
              aria-expanded={tried}
              aria-label={t('migration.tryOf', { version })}
              onClick={() => setTried(!tried)}
            >
              {tried ? t('migration.hide') : t('migration.try')}
            </Button>
          )}
          <Steps {...props} />
        </div>
      </div>
      {migration && (
        <MigrationProgress migration={migration} may={found.mayMigrate} />
      )}
      {tried && <MigrationPreview workflow={workflow} from={older.version} />}
    </li>
  );
}

/** Begins a migration, or stops the one that goes on. */
function Steps(props: OlderVersionProps) {
  const { found, older } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const { migration, items } = older;
  const version = String(older.version);
  const barred = found.mayMigrate ? undefined : t('migration.barred');
  const shared = {
    size: 'small' as const,
    variant: 'outlined' as const,
    barred,
  };
  const open = () => setAsked(true);
  if (migration?.status === 'running' || migration?.status === 'waiting') {
    return (
      <>
        <GuardedButton
          {...shared}
          label={t('migration.cancelOf', { version })}
          onClick={open}
        >
          {t('migration.cancel')}
        </GuardedButton>
        {asked && (
          <CancelDialog {...props} migration={migration} onClose={close} />
        )}
      </>
    );
  }
  return items === 0 ? null : (
    <>
      <GuardedButton
        {...shared}
        color="primary"
        label={t('migration.startOf', { version })}
        onClick={open}
      >
        {t('migration.start')}
      </GuardedButton>
      {asked && <StartDialog {...props} onClose={close} />}
    </>
  );
}
