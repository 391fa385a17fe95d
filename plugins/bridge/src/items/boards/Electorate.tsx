import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ItemBallot,
  ItemBoardView,
} from '@techbridge/plugin-bridge-common';
import { ReactNode, useState } from 'react';
import { useMe } from '../../api/useMe';
import { TitleOf, useTitles } from '../../api/useTitles';
import { mutedText } from '../../components/mutedText';
import { Person } from '../../components/Person';
import { later } from '../../components/later';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { recusalTranslationRef } from '../../translation/recusal';
import { votesTranslationRef } from '../../translation/votes';
import type { BoardProps } from './BoardProps';
import { ConditionList } from './ConditionList';

const RecusalDialog = later(
  async () => (await import('./RecusalDialog')).RecusalDialog,
);

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.6fr)',
    gap: theme.spacing(0.5, 2),
    alignItems: 'center',
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  choice: { fontWeight: 600, fontSize: 14 },
  reason: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 14 },
  vote: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  muted: { color: mutedText(theme), fontSize: 13.5 },
}));

/** Who may vote, who has voted and why, and who may not. @internal */
export function Electorate(props: BoardProps) {
  const { board } = props;
  const { electorate, recused, ballots = [], mine } = board;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const people = peopleOf(board);
  const casters = ballots.flatMap(({ castBy }) => castBy ?? []);
  const titleOf = useTitles([...people, ...casters]);
  const seatOf = (user: string) => electorate.find(seat => seat.user === user);
  const known = [...ballots, ...(mine ? [mine] : [])];
  const noteOn = (seat?: ItemBoardView['electorate'][number]) =>
    [
      ...(seat?.chair ? [t('board.chair')] : []),
      ...(seat?.weight === undefined
        ? []
        : [
            t('board.weight', { weight: seat.weight.toLocaleString(language) }),
          ]),
      ...(seat?.veto ? [t('board.veto')] : []),
    ].join(' · ') || undefined;
  return (
    <ul className={classes.list}>
      {people.map(user => (
        <li key={user} className={classes.line}>
          <Person
            user={user}
            name={titleOf(user)}
            note={noteOn(seatOf(user))}
            avatar={26}
          />
          <Vote
            actions={<ImposeButton {...props} user={user} titleOf={titleOf} />}
            ballot={known.find(({ voter }) => voter === user)}
            recusal={recused.find(one => one.user === user)}
            unknown={unknownVote(board)}
            titleOf={titleOf}
          />
        </li>
      ))}
    </ul>
  );
}

/** Those who may vote, chair first; those who may not stand last. */
function peopleOf({ electorate, recused }: ItemBoardView): string[] {
  const out = recused.map(({ user }) => user);
  const voters = [...electorate]
    .sort((a, b) => Number(b.chair) - Number(a.chair))
    .map(({ user }) => user)
    .filter(user => !out.includes(user));
  return [...new Set([...voters, ...out])];
}

/** Why the reader does not see how somebody has voted. */
function unknownVote({ ballots, ballot, state }: ItemBoardView) {
  if (ballots) {
    return state === 'open' ? 'board.notYet' : 'board.silent';
  }
  return ballot === 'secret' ? 'board.secret' : 'board.hidden';
}

function Vote(props: {
  ballot?: ItemBallot;
  recusal?: ItemBoardView['recused'][number];
  /** What is said where the reader sees no vote. */
  unknown: 'board.notYet' | 'board.hidden' | 'board.secret' | 'board.silent';
  titleOf: TitleOf;
  /** What the chair may do while nobody has stepped aside. */
  actions: ReactNode;
}) {
  const { ballot, recusal, unknown, titleOf, actions } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  if (recusal !== undefined) {
    const reason = recusal.reason[language];
    const word = recusal.removed ? 'board.removed' : 'board.recused';
    return (
      <span className={classes.muted}>
        {reason ? t(word, { reason }) : t('board.recusedOnly')}
      </span>
    );
  }
  if (!ballot) {
    return (
      <span className={classes.vote}>
        <span className={classes.muted}>{t(unknown)}</span>
        {actions}
      </span>
    );
  }
  return (
    <div>
      <div className={classes.choice}>{tVotes(`choice.${ballot.choice}`)}</div>
      {ballot.castBy && (
        <div className={classes.muted}>
          {t('board.castBy', { person: titleOf(ballot.castBy) })}
        </div>
      )}
      {ballot.reason && <div className={classes.reason}>{ballot.reason}</div>}
      {ballot.conditions && <ConditionList conditions={ballot.conditions} />}
      {actions}
    </div>
  );
}

/** Lets the chair take a member with a conflict off the board. */
function ImposeButton(props: BoardProps & { user: string; titleOf: TitleOf }) {
  const { board, user, titleOf } = props;
  const { t } = useTranslationRef(recusalTranslationRef);
  const me = useMe()?.ref;
  const [open, setOpen] = useState(false);
  if (!board.mayRecuseOthers || me === undefined || me === user) {
    return null;
  }
  const name = titleOf(user);
  return (
    <>
      <Button
        size="small"
        aria-label={t('of', { person: name })}
        onClick={() => setOpen(true)}
      >
        {t('short')}
      </Button>
      {open && (
        <RecusalDialog
          {...props}
          member={{ user, name }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
