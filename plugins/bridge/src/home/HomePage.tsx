import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useClock } from '../api/useClock';
import { PageFrame } from '../components/PageFrame';
import { homeTranslationRef } from '../translation/home';
import { AskNowBlock } from './AskNowBlock';
import { InboxBlock } from './InboxBlock';
import { ItBlock } from './ItBlock';
import { MineBlock } from './MineBlock';
import { MyReportsBlock } from './MyReportsBlock';
import { OverdueBlock } from './OverdueBlock';
import { ReportBlock } from './ReportBlock';
import { SearchBlock } from './SearchBlock';
import { ThisMonthBlock } from './ThisMonthBlock';
import { Roles, useRoles } from './useRoles';
import { VacantBlock } from './VacantBlock';
import { Welcome } from './Welcome';

const useStyles = makeStyles(theme => ({
  blocks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gridTemplateRows: 'auto 1fr',
    alignItems: 'start',
    gap: theme.spacing(3),
    marginTop: theme.spacing(4),
    // The third follows the first, however tall the second is.
    '& > :nth-child(2):not(:last-child)': { gridArea: '1 / 2 / span 2' },
    '& > :only-child': { gridColumn: '1 / -1', maxWidth: 880 },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'none',
      gap: theme.spacing(2),
      '& > :nth-child(2):not(:last-child)': { gridArea: 'auto' },
    },
  },
}));

const BLOCKS_BESIDE_SEARCH = 3;

/** The landing page: the search, and what the reader's role needs. @internal */
export function HomePage() {
  const { t } = useTranslationRef(homeTranslationRef);
  const clock = useClock();
  const roles = useRoles();
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
    >
      {roles && <Welcome roles={roles} />}
      <SearchBlock />
      <div className={useStyles().blocks}>
        {roles && blocksFor(roles).slice(0, BLOCKS_BESIDE_SEARCH)}
      </div>
    </PageFrame>
  );
}

/** What each role needs, the most urgent first. */
function blocksFor(roles: Roles): JSX.Element[] {
  if (roles.programmeManager) {
    return [
      <OverdueBlock key="overdue" />,
      <ThisMonthBlock key="month" />,
      <VacantBlock key="vacant" />,
    ];
  }
  const { me, mine, it, votes, tasks } = roles;
  const waiting = <InboxBlock key="tasks" kind="tasks" entries={tasks} />;
  const special = [
    votes.length > 0 && <InboxBlock key="votes" kind="votes" entries={votes} />,
    (mine || (it && tasks.length > 0)) && waiting,
    mine && <MineBlock key="mine" page={mine} me={me} />,
    it && <ItBlock key="it" page={it.page} group={it.group} />,
  ].filter(block => block instanceof Object);
  if (special.length > 0) {
    return special;
  }
  return [
    ...(tasks.length > 0 ? [waiting] : []),
    <ReportBlock key="report" />,
    <MyReportsBlock key="reports" me={me} />,
    <AskNowBlock key="now" />,
  ];
}
