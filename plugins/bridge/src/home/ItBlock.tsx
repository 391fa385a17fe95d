import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Page, System } from '@techbridge/plugin-bridge-common';
import { Panel } from '../components/Panel';
import { useNameOf } from '../components/useNameOf';
import { systemsRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';
import { termsTranslationRef } from '../translation/terms';
import { SystemLines } from './SystemLines';

/** The systems of the reader's IT group, and their leads. @internal */
export function ItBlock(props: { page: Page<System>; group: string }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const nameOf = useNameOf();
  const systemsPath = useRouteRef(systemsRouteRef)();
  const query = new URLSearchParams({ it: props.group });
  const note = ({ owners }: System) => {
    const lead = owners.business.find(({ role }) => role === 'lead');
    return lead ? `${term('role.lead')} ${nameOf(lead)}` : t('vacant.lead');
  };
  return (
    <Panel
      title={t('it.title')}
      actions={<Link to={`${systemsPath}?${query}`}>{t('block.all')}</Link>}
    >
      <SystemLines systems={props.page.items} note={note} />
    </Panel>
  );
}
