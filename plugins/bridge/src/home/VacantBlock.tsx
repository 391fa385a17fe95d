import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import type { System } from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { BridgeApi, bridgeApiRef } from '../api/bridgeApiRef';
import { Panel } from '../components/Panel';
import { newSystemRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';
import { SystemLines } from './SystemLines';

const SHOWN = 6;

/** The systems where somebody is missing. @internal */
export function VacantBlock() {
  const { t } = useTranslationRef(homeTranslationRef);
  const formPath = useRouteRef(newSystemRouteRef)();
  return (
    <Panel
      title={t('vacant.title')}
      actions={<Link to={formPath}>{t('vacant.register')}</Link>}
    >
      <VacantSystems />
    </Panel>
  );
}

function VacantSystems() {
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(homeTranslationRef);
  const { value, error } = useAsync(() => vacantSystems(api), [api]);
  if (error) {
    return <Typography role="alert">{t('block.error')}</Typography>;
  }
  if (!value) {
    return <Skeleton variant="rect" height={96} />;
  }
  if (value.length === 0) {
    return <Typography>{t('vacant.none')}</Typography>;
  }
  const missing = ({ owners }: System) =>
    (['lead', 'backup'] as const)
      .filter(role => !owners.business.some(one => one.role === role))
      .map(role => t(`vacant.${role}`))
      .join(' · ');
  return <SystemLines systems={value} note={missing} />;
}

async function vacantSystems(api: BridgeApi): Promise<System[]> {
  const [leads, backups] = await Promise.all([
    api.listSystems({ vacant: 'lead', limit: SHOWN }),
    api.listSystems({ vacant: 'backup', limit: SHOWN }),
  ]);
  const byName = new Map(
    [...leads.items, ...backups.items].map(system => [system.name, system]),
  );
  return [...byName.values()].slice(0, SHOWN);
}
