import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { useTitles } from '../../api/useTitles';
import { itemsTranslationRef } from '../../translation/items';
import type { BoardProps } from './BoardProps';
import { later } from '../../components/later';

const BallotForm = later(async () => (await import('./BallotForm')).BallotForm);

const useStyles = makeStyles(theme => ({
  heading: { fontSize: 14, fontWeight: 600, margin: theme.spacing(0, 0, 1) },
}));

/** The votes of members who are away and have named the reader. @internal */
export function VotesForOthers(props: BoardProps & { voting: boolean }) {
  const { board, voting } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const titleOf = useTitles(board.onBehalfOf.map(({ user }) => user));
  const [search] = useSearchParams();
  return (
    <>
      {board.onBehalfOf.map(({ user, mine, why, ...seat }) => (
        <section key={user} aria-labelledby={`vote-for-${user}`}>
          <Typography
            id={`vote-for-${user}`}
            component="h3"
            className={classes.heading}
          >
            {t('board.voteFor', { person: titleOf(user) })}
          </Typography>
          <BallotForm
            {...props}
            board={{ ...board, ...seat, mine, why }}
            onBehalfOf={user}
            wanted={voting && search.get('for') === user}
          />
        </section>
      ))}
    </>
  );
}
