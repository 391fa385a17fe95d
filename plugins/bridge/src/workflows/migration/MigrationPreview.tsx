import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { MigrationGroup } from '@techbridge/plugin-bridge-common';
import { useMigrationPreview } from '../../api/useMigrations';
import { CardError } from '../../components/CardError';
import { ItemLink } from '../../components/ItemLink';
import { MoreButton } from '../../components/MoreButton';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { termsTranslationRef } from '../../translation/terms';
import { workflowsTranslationRef } from '../../translation/workflows';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) },
  line: { padding: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    color: mutedText(theme),
    fontSize: 12.5,
  },
}));

/** What taking the items of a version along would do, in words. @internal */
export function MigrationPreview(props: { workflow: string; from: number }) {
  const { workflow, from } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  const rows = useMigrationPreview(workflow, from);
  const { page, error, loading, loadMore, reload } = rows;
  return (
    <>
      {error && <CardError error={error} onRetry={reload} />}
      {!page && !error && <Skeleton variant="rect" height={60} />}
      <ul
        className={classes.list}
        aria-label={t('migration.tryOf', { version: String(from) })}
      >
        {page?.items.map(group => (
          <Group key={group.keys.join()} group={group} />
        ))}
      </ul>
      {page?.nextCursor && (
        <MoreButton label={term('more')} busy={loading} onClick={loadMore} />
      )}
    </>
  );
}

function Group({ group }: { group: MigrationGroup }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const { count, state, to, outcome, why, keys } = group;
  const words = {
    ...{ count, state: state.label[language] },
    ...{ to: to?.label[language] ?? '', why: why?.[language] ?? '' },
  };
  return (
    <li className={classes.line}>
      {t(`migration.${outcome}`, words)}
      <span className={classes.keys}>
        {keys.map(key => (
          <ItemLink key={key} itemKey={key} />
        ))}
        {count > keys.length && <span>…</span>}
      </span>
    </li>
  );
}
