import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import type { System } from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { Panel } from '../components/Panel';
import { Person } from '../components/Person';
import { systemsRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';
import { SystemLines } from './SystemLines';

const SHOWN = 8;

/** The systems on which most depends, and whom to ask about them now. @internal */
export function AskNowBlock() {
  const { t } = useTranslationRef(homeTranslationRef);
  const systemsPath = useRouteRef(systemsRouteRef)();
  return (
    <Panel
      title={t('now.title')}
      actions={<Link to={systemsPath}>{t('block.all')}</Link>}
    >
      <FirstSystems />
    </Panel>
  );
}

function FirstSystems() {
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(homeTranslationRef);
  const { value, error } = useAsync(
    () => api.listSystems({ limit: SHOWN }),
    [api],
  );
  if (error) {
    return <Typography role="alert">{t('block.error')}</Typography>;
  }
  if (!value) {
    return <Skeleton variant="rect" height={240} />;
  }
  const now = ({ owners, askNow }: System) => {
    const person = owners.business.find(({ user }) => user === askNow[0]);
    return person ? <Person {...person} avatar={24} /> : t('now.nobody');
  };
  return <SystemLines systems={value.items} note={now} />;
}
