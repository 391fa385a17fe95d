import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { InboxEntry, Page } from '@techbridge/plugin-bridge-common';
import type { Clock } from '../api/useClock';
import { inboxKeyOf, InboxQuery } from '../api/useInbox';
import type { Rows } from '../api/useRows';
import { useTitles } from '../api/useTitles';
import type { Workflows } from '../api/useWorkflows';
import { ErrorNotice } from '../components/ErrorNotice';
import { MoreButton } from '../components/MoreButton';
import { Notice } from '../components/Notice';
import { refOfSystem } from '../components/refOfSystem';
import { RowSkeleton } from '../components/RowSkeleton';
import { itemsRouteRef } from '../routes';
import { inboxTranslationRef } from '../translation/inbox';
import { groupsOf } from './groupsOf';
import { InboxLine } from './InboxLine';

const useStyles = makeStyles(theme => ({
  groups: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2.5),
  },
  group: { fontSize: 15, fontWeight: 600, margin: theme.spacing(0, 0, 1) },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
}));

interface InboxListProps {
  inbox: Rows<InboxQuery, InboxEntry>;
  clock?: Clock;
  workflows?: Workflows;
  /** Takes the filter away, where there is one. */
  onShowAll?: () => void;
}

/** What waits, by its hurry; or why there is nothing. @internal */
export function InboxList(props: InboxListProps) {
  const { inbox, onShowAll } = props;
  const { t } = useTranslationRef(inboxTranslationRef);
  const { page, error, loading } = inbox;
  if (error) {
    return (
      <ErrorNotice
        title={t('error.title')}
        error={error}
        onRetry={inbox.reload}
      />
    );
  }
  if (!page || (page.items.length === 0 && loading)) {
    return <RowSkeleton label={t('list.loading')} />;
  }
  return page.items.length === 0 ? (
    <NothingWaits onShowAll={onShowAll} />
  ) : (
    <Groups {...props} page={page} />
  );
}

function Groups(props: InboxListProps & { page: Page<InboxEntry> }) {
  const { inbox, page, clock, workflows } = props;
  const { t } = useTranslationRef(inboxTranslationRef);
  const classes = useStyles();
  const titleOf = useTitles(
    page.items.flatMap(({ item, onBehalfOf = [] }) => [
      ...(item.system ? [refOfSystem(item.system)] : []),
      ...[onBehalfOf].flat(),
    ]),
  );
  return (
    <div className={classes.groups} aria-busy={inbox.loading}>
      {groupsOf(page.items, clock?.now()).map(([urgency, entries]) => (
        <section key={urgency} aria-labelledby={`inbox-${urgency}`}>
          <Typography
            id={`inbox-${urgency}`}
            component="h2"
            className={classes.group}
          >
            {t(`group.${urgency}`)}
          </Typography>
          <ul className={classes.list}>
            {entries.map(entry => (
              <InboxLine
                key={inboxKeyOf(entry)}
                entry={entry}
                clock={clock}
                workflow={workflows?.byId.get(entry.item.workflow.id)}
                titleOf={titleOf}
              />
            ))}
          </ul>
        </section>
      ))}
      {page.nextCursor && (
        <MoreButton
          label={t('list.more')}
          busy={inbox.loading}
          onClick={inbox.loadMore}
        />
      )}
    </div>
  );
}

function NothingWaits({ onShowAll }: Pick<InboxListProps, 'onShowAll'>) {
  const { t } = useTranslationRef(inboxTranslationRef);
  const itemsPath = useRouteRef(itemsRouteRef)();
  return (
    <Notice
      title={onShowAll ? t('empty.filtered') : t('empty.title')}
      hint={t('empty.hint')}
    >
      {onShowAll && (
        <Button variant="outlined" onClick={onShowAll}>
          {t('empty.showAll')}
        </Button>
      )}
      <LinkButton to={itemsPath} variant="outlined">
        {t('empty.allItems')}
      </LinkButton>
    </Notice>
  );
}
