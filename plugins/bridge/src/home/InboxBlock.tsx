import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { InboxEntry } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { byDueDate } from '../components/byDueDate';
import { ItemLines } from '../components/ItemLines';
import { Panel } from '../components/Panel';
import { inboxRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';

const SHOWN = 6;

/** What waits for the reader: votes, or everything else. @internal */
export function InboxBlock(props: {
  kind: 'votes' | 'tasks';
  entries: InboxEntry[];
}) {
  const { kind, entries } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const clock = useClock();
  const inboxPath = useRouteRef(inboxRouteRef)();
  const items = entries
    .map(({ item, dueAt }) => ({ ...item, dueAt: dueAt ?? item.dueAt }))
    .sort(byDueDate)
    .slice(0, SHOWN);
  return (
    <Panel
      title={t(`${kind}.title`)}
      actions={<Link to={inboxPath}>{t('block.all')}</Link>}
    >
      {items.length === 0 && <Typography>{t('tasks.none')}</Typography>}
      <ItemLines
        items={items}
        clock={clock}
        wanted={kind === 'votes' ? 'vote' : undefined}
      />
    </Panel>
  );
}
