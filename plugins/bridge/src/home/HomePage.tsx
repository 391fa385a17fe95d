import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useClock } from '../api/useClock';
import { PageFrame } from '../components/PageFrame';
import { homeTranslationRef } from '../translation/home';
import { AskNowBlock } from './AskNowBlock';
import { ItBlock } from './ItBlock';
import { MineBlock } from './MineBlock';
import { SearchBlock } from './SearchBlock';
import { useRoles } from './useRoles';
import { VacantBlock } from './VacantBlock';
import { Welcome } from './Welcome';

const useStyles = makeStyles(theme => ({
  blocks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: theme.spacing(3),
    marginTop: theme.spacing(4),
    '& > :only-child': { gridColumn: '1 / -1', maxWidth: 880 },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
}));

const BLOCKS_BESIDE_SEARCH = 2;

/** The landing page: the search, and what the reader's role needs. @internal */
export function HomePage() {
  const { t } = useTranslationRef(homeTranslationRef);
  const clock = useClock();
  const roles = useRoles();
  const blocks = [
    roles?.programmeManager && <VacantBlock key="vacant" />,
    roles?.mine && <MineBlock key="mine" page={roles.mine} me={roles.me} />,
    roles?.it && (
      <ItBlock key="it" page={roles.it.page} group={roles.it.group} />
    ),
  ].filter(Boolean);
  if (roles && blocks.length === 0) {
    blocks.push(<AskNowBlock key="now" />);
  }
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      {roles && <Welcome roles={roles} />}
      <SearchBlock />
      <div className={useStyles().blocks}>
        {blocks.slice(0, BLOCKS_BESIDE_SEARCH)}
      </div>
    </PageFrame>
  );
}
