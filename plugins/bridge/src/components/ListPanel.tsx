import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { BridgeError, Page } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { termsTranslationRef } from '../translation/terms';
import { CardError } from './CardError';
import { MoreButton } from './MoreButton';
import { mutedText } from './mutedText';
import { Panel } from './Panel';

const useStyles = makeStyles(theme => ({
  hint: { color: mutedText(theme), marginBottom: theme.spacing(1.5) },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  empty: { color: mutedText(theme) },
}));

/** A list as far as it is loaded. */
interface GrowingList<TRow> {
  page?: Page<TRow>;
  error?: BridgeError;
  loading: boolean;
  loadMore(): void;
  reload(): void;
}

/** A titled list that grows page by page. @internal */
export function ListPanel<TRow>(props: {
  /** Where links to it lead. */
  id: string;
  title: string;
  hint?: string;
  filters?: ReactNode;
  empty: string;
  rows: GrowingList<TRow>;
  render(row: TRow): ReactNode;
}) {
  const { id, title, hint, filters, empty, rows, render } = props;
  const { page, error, loading, loadMore, reload } = rows;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  return (
    <div id={id}>
      <Panel title={title}>
        {hint && (
          <Typography variant="body2" className={classes.hint}>
            {hint}
          </Typography>
        )}
        {filters && <div className={classes.filters}>{filters}</div>}
        {error && <CardError error={error} onRetry={reload} />}
        {!page && !error && <Skeleton variant="rect" height={96} />}
        {page?.items.length === 0 && (
          <Typography variant="body2" className={classes.empty}>
            {empty}
          </Typography>
        )}
        {page && page.items.length > 0 && (
          <ul className={classes.list} aria-label={title}>
            {page.items.map(render)}
          </ul>
        )}
        {page?.nextCursor && (
          <MoreButton label={term('more')} busy={loading} onClick={loadMore} />
        )}
      </Panel>
    </div>
  );
}
