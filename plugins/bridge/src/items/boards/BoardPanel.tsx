import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemBoardView } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { DueDate } from '../../components/DueDate';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { later } from '../../components/later';
import { useLanguage } from '../../components/useLanguage';
import { decisionsRouteRef } from '../../routes';
import { itemsTranslationRef } from '../../translation/items';
import { BoardOutcome } from '../../components/BoardOutcome';
import type { BoardProps } from './BoardProps';
import { Electorate } from './Electorate';
import { QuorumPicture } from './QuorumPicture';
import { RecusalButton } from './RecusalButton';
import { VotesForOthers } from './VotesForOthers';

const VoterChanges = later(
  async () => (await import('./VoterChanges')).VoterChanges,
);

const DecisionBefore = later(
  async () => (await import('../decisions/DecisionBefore')).DecisionBefore,
);

const BallotForm = later(async () => (await import('./BallotForm')).BallotForm);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2.5),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  round: { color: mutedText(theme), fontSize: 13 },
  heading: {
    fontSize: 13,
    fontWeight: 600,
    color: mutedText(theme),
    margin: theme.spacing(0, 0, 0.5),
  },
}));

/** A board: how it stands, who votes, and the reader's own vote. @internal */
export function BoardPanel(
  props: BoardProps & { wanted: boolean; voting: boolean },
) {
  const { board } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const clock = useClock();
  const isOpen = board.state === 'open';
  return (
    <Panel
      title={t('board.title', { board: board.label[language] })}
      actions={
        <>
          <RecusalButton {...props} />
          {(!isOpen || board.round > 1) && <RecordLink {...props} />}
        </>
      }
    >
      <div className={classes.root}>
        <div className={classes.line}>
          <BoardOutcome outcome={board.state} tacit={board.tacit} />
          {board.round > 1 && (
            <span className={classes.round}>
              {t('board.round', { round: String(board.round) })}
            </span>
          )}
          {isOpen && (
            <DueDate
              dueAt={board.deadlineAt ?? undefined}
              due={board.due}
              clock={clock}
            />
          )}
        </div>
        <RoundNotes board={board} />
        {board.reopens && <DecisionBefore reopens={board.reopens} />}
        <QuorumPicture board={board} />
        {isOpen && votesInPerson(board) && <BallotForm {...props} />}
        {isOpen && <VotesForOthers {...props} />}
        <div>
          <Typography component="h3" className={classes.heading}>
            {t('board.electorate')}
          </Typography>
          <Electorate {...props} />
          {(board.mayChangeVoters || board.changes) && (
            <VoterChanges {...props} />
          )}
        </div>
      </div>
    </Panel>
  );
}

/** What is special about this vote. */
function RoundNotes({ board }: Pick<BoardProps, 'board'>) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const { round } = useStyles();
  const { overrides, extended, ballot } = board;
  const isOpen = board.state === 'open';
  const share = String(Math.round((overrides ?? 0) * 1000) / 10);
  return (
    <>
      {overrides !== undefined && (
        <Typography>{t('board.overrides', { share })}</Typography>
      )}
      {isOpen && extended !== undefined && (
        <span className={round}>
          {t('board.extended', { count: extended })}
        </span>
      )}
      {isOpen && ballot !== 'open' && (
        <span className={round}>{t(`ballot.${ballot}`)}</span>
      )}
    </>
  );
}

function RecordLink({ item }: BoardProps) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const path = useRouteRef(decisionsRouteRef)({ key: item.key });
  return <Link to={path}>{t('board.record')}</Link>;
}

/** Whoever only stands in is not told of a vote of their own. */
function votesInPerson({ allowed, mine, onBehalfOf }: ItemBoardView): boolean {
  return allowed || mine !== undefined || onBehalfOf.length === 0;
}
