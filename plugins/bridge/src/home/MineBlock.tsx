import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Page, System } from '@techbridge/plugin-bridge-common';
import { Panel } from '../components/Panel';
import { systemsRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';
import { termsTranslationRef } from '../translation/terms';
import { SystemLines } from './SystemLines';

/** The systems that the reader answers for, and when. @internal */
export function MineBlock({ page, me }: { page: Page<System>; me: string }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const systemsPath = useRouteRef(systemsRouteRef)();
  const note = ({ owners, askNow }: System) => {
    const mine = owners.business.find(({ user }) => user === me);
    const words = mine && [
      term(`role.${mine.role}`),
      term(`shift.${mine.shift}`),
    ];
    return askNow[0] === me
      ? [...(words ?? []), t('mine.now')].join(' · ')
      : words?.join(' · ');
  };
  return (
    <Panel
      title={t('mine.title')}
      actions={<Link to={`${systemsPath}?mine=true`}>{t('block.all')}</Link>}
    >
      <SystemLines systems={page.items} note={note} />
    </Panel>
  );
}
