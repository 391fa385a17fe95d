import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemBoardView } from '@techbridge/plugin-bridge-common';
import { itemsTranslationRef } from '../../translation/items';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  seats: { display: 'inline-flex', alignItems: 'center', gap: 5 },
  seat: {
    width: 14,
    height: 14,
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `2px solid ${theme.palette.primary.main}`,
  },
  taken: { background: theme.palette.primary.main },
  mark: {
    width: 2,
    height: 24,
    margin: '0 3px',
    background: theme.palette.text.primary,
  },
}));

/** A seat for everybody who may vote; a mark after those who are needed. @internal */
export function QuorumPicture({ board }: { board: ItemBoardView }) {
  const { needed, present } = board.quorum;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const seats = votersOf(board);
  return (
    <div className={classes.root}>
      <span className={classes.seats} aria-hidden>
        {Array.from({ length: Math.max(seats, needed) }, (_, index) => (
          // Seats are all alike.
          // eslint-disable-next-line react/no-array-index-key
          <Seat
            key={index}
            taken={index < present}
            last={index + 1 === needed}
          />
        ))}
      </span>
      <span>
        {t('board.quorum', {
          present: String(present),
          needed: String(needed),
          seats: String(seats),
        })}
      </span>
    </div>
  );
}

function Seat({ taken, last }: { taken: boolean; last: boolean }) {
  const classes = useStyles();
  return (
    <>
      <span className={`${classes.seat} ${taken ? classes.taken : ''}`} />
      {last && <span className={classes.mark} />}
    </>
  );
}

function votersOf({ electorate, recused }: ItemBoardView): number {
  const out = new Set(recused.map(({ user }) => user));
  return electorate.filter(({ user }) => !out.has(user)).length;
}
