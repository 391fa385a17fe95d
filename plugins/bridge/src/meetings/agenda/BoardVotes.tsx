import { Link, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemBoardView } from '@techbridge/plugin-bridge-common';
import { BoardOutcome } from '../../components/BoardOutcome';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { decisionsRouteRef, itemRouteRef } from '../../routes';
import { votesTranslationRef } from '../../translation/votes';
import { meetingsTranslationRef } from '../../translation/meetings';
import { countBallots } from './countBallots';
import type { EntryProps } from './EntryProps';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    fontSize: 14,
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 260px',
    gap: theme.spacing(0.5),
    minWidth: 0,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  board: { fontWeight: 600 },
  muted: { color: mutedText(theme) },
}));

interface BoardProps extends EntryProps {
  board: ItemBoardView;
}

/** A vote as it goes on, and the reader's way to it. @internal */
export function BoardVotes(props: BoardProps) {
  const { board, titleOf } = props;
  const { label, round, state, tacit, recused } = board;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const name = label[language];
  const people = recused
    .filter(({ removed }) => !removed)
    .map(({ user }) => titleOf(user))
    .join(t('comma'));
  return (
    <div className={classes.root} role="group" aria-label={name}>
      <div className={classes.words}>
        <div className={classes.line}>
          <span className={classes.board}>
            {round > 1
              ? t('conclusion.round', { board: name, round: String(round) })
              : name}
          </span>
          <BoardOutcome outcome={state} tacit={tacit} />
          {state !== 'open' && <RecordLink {...props} />}
        </div>
        <Count board={board} />
        {people && (
          <span className={classes.muted}>{t('vote.recused', { people })}</span>
        )}
        <VotesCast {...props} />
      </div>
      <VoteButtons {...props} />
    </div>
  );
}

function RecordLink({ entry }: BoardProps) {
  const { key } = entry.item;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const path = useRouteRef(decisionsRouteRef)({ key });
  return (
    <Link to={path} aria-label={t('vote.recordOf', { item: key })}>
      {t('vote.record')}
    </Link>
  );
}

/** How votes fall is told only where the board shows it. */
function Count({ board }: Pick<BoardProps, 'board'>) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const { cast, voters, needed, shown } = countBallots(board);
  return (
    <div className={classes.line}>
      <span>
        {t('vote.cast', {
          cast: String(cast),
          voters: String(voters),
          needed: String(needed),
        })}
      </span>
      {shown && (
        <span>
          {t('vote.count', {
            inFavour: String(shown.inFavour),
            against: String(shown.against),
          })}
        </span>
      )}
      {shown && shown.abstained > 0 && (
        <span>
          {t('vote.abstained', { abstained: String(shown.abstained) })}
        </span>
      )}
    </div>
  );
}

/** How the reader has voted, also for others. */
function VotesCast({ board, titleOf }: BoardProps) {
  const { mine, onBehalfOf } = board;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  return (
    <>
      {mine && (
        <strong>
          {t('vote.mine', { choice: tVotes(`choice.${mine.choice}`) })}
        </strong>
      )}
      {onBehalfOf.map(
        ({ user, mine: cast }) =>
          cast && (
            <strong key={user}>
              {t('vote.mineFor', {
                person: titleOf(user),
                choice: tVotes(`choice.${cast.choice}`),
              })}
            </strong>
          ),
      )}
    </>
  );
}

/** The ways to the reader's vote, and to those for members who are away. */
function VoteButtons({ entry, board, titleOf }: BoardProps) {
  const { mine, allowed, onBehalfOf } = board;
  const { key } = entry.item;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const verb = mine ? 'vote.change' : 'vote.vote';
  const others = onBehalfOf.filter(vote => vote.allowed);
  if (!allowed && others.length === 0) {
    return null;
  }
  return (
    <div className={classes.line}>
      {allowed && (
        <VoteButton
          itemKey={key}
          main={!mine}
          words={t(verb)}
          label={t(`${verb}Of`, { item: key })}
        />
      )}
      {others.map(({ user }) => (
        <VoteButton
          key={user}
          itemKey={key}
          member={user}
          words={t('vote.for', { person: titleOf(user) })}
          label={t('vote.forOf', { person: titleOf(user), item: key })}
        />
      ))}
    </div>
  );
}

function VoteButton(props: {
  itemKey: string;
  /** For whom, where the reader casts it for somebody else. */
  member?: string;
  main?: boolean;
  words: string;
  label: string;
}) {
  const { itemKey, member, main, words, label } = props;
  const path = useRouteRef(itemRouteRef)({ key: itemKey });
  const query = { do: 'vote', ...(member && { for: member }) };
  return (
    <LinkButton
      to={`${path}?${new URLSearchParams(query)}`}
      variant={main ? 'contained' : 'outlined'}
      color={main ? 'primary' : 'default'}
      disableElevation
      aria-label={label}
    >
      {words}
    </LinkButton>
  );
}
