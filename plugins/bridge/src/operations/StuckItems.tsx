import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { StuckItem, VacantRole } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { OperationList, useOperationRows } from '../api/useOperationRows';
import { useTitles } from '../api/useTitles';
import { formatMoment } from '../components/formatTime';
import { useLanguage } from '../components/useLanguage';
import { wayOut } from '../components/wayOut';
import { itemRouteRef } from '../routes';
import { operationsTranslationRef } from '../translation/operations';
import { Line } from './Line';
import { ListPanel } from '../components/ListPanel';
import { SECTIONS } from './Overview';

const LIST: OperationList<StuckItem> = {
  load: (api, query) => api.listStuckItems(query),
  keyOf: ({ item }) => item.key,
};

/** Work items on which nobody can act, and who would have to. @internal */
export function StuckItems() {
  const { t } = useTranslationRef(operationsTranslationRef);
  const rows = useOperationRows(LIST);
  return (
    <ListPanel
      id={SECTIONS.stuck}
      title={t('stuck.title')}
      empty={t('stuck.empty')}
      rows={rows}
      render={row => <StuckLine key={row.item.key} stuck={row} />}
    />
  );
}

function StuckLine({ stuck }: { stuck: StuckItem }) {
  const { item, state, since, reason, roles } = stuck;
  const { t } = useTranslationRef(operationsTranslationRef);
  const language = useLanguage();
  const date = formatMoment(since, language, useClock()?.timeZone);
  const names = roles.map(({ label }) => label[language]);
  const between = language === 'zh' ? '、' : ', ';
  return (
    <Line
      item={item}
      notes={[
        t('stuck.since', { state: state[language], date }),
        t(`stuck.${reason}`, { roles: names.join(between) }),
      ]}
    >
      <WayOut itemKey={item.key} roles={roles} />
    </Line>
  );
}

/** Leads to where somebody can be given the first of the roles. */
function WayOut(props: { itemKey: string; roles: VacantRole[] }) {
  const { t } = useTranslationRef(operationsTranslationRef);
  const itemPath = useRouteRef(itemRouteRef)({ key: props.itemKey });
  const entityPath = useEntityRefLink();
  const way = wayOut(props.roles);
  const name = useTitles(way ? [way.ref] : [])(way?.ref ?? '');
  if (!way) {
    return <Link to={itemPath}>{t('way.item')}</Link>;
  }
  return (
    <Link to={entityPath(way.ref)}>{t(`way.${way.source}`, { name })}</Link>
  );
}
