import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { AgendaScore } from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { useClock } from '../../api/useClock';
import { formatTimeOfDay } from '../../components/formatTime';
import { ItemLink } from '../../components/ItemLink';
import { mutedText } from '../../components/mutedText';
import { StateChip } from '../../components/StateChip';
import { useLanguage } from '../../components/useLanguage';
import { meetingsTranslationRef } from '../../translation/meetings';
import { BoardVotes } from './BoardVotes';
import { EntryConclusion } from './EntryConclusion';
import { EntryNote } from './EntryNote';
import type { EntryProps } from './EntryProps';
import { EntryTools } from './EntryTools';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '4.5em minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: 0 },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  when: {
    display: 'flex',
    flexDirection: 'column',
    color: mutedText(theme),
    fontSize: 13,
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'row',
      gap: theme.spacing(1),
    },
  },
  start: { color: theme.palette.text.primary, fontSize: 15, fontWeight: 700 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
  words: { flex: '1 1 220px', minWidth: 0 },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    color: mutedText(theme),
    fontSize: 13,
  },
}));

/** One entry of an agenda. @internal */
export function EntryCard(props: EntryProps) {
  const { meeting, entry, startsAt } = props;
  const { boards, conclusion, minutes } = entry;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const classes = useStyles();
  const titleId = useId();
  const isOpen = meeting.state === 'open';
  return (
    <li className={classes.root} aria-labelledby={titleId}>
      <div className={classes.when}>
        <span className={classes.start}>
          {formatTimeOfDay(startsAt, language, timeZone)}
        </span>
        <span>{t('agenda.minutes', { minutes: String(minutes) })}</span>
      </div>
      <div className={classes.body}>
        <Head {...props} titleId={titleId} />
        {isOpen &&
          boards.map(board => (
            <BoardVotes
              key={`${board.id} ${board.round}`}
              {...props}
              board={board}
            />
          ))}
        {conclusion && conclusion.kind !== 'open' && (
          <EntryConclusion {...props} conclusion={conclusion} />
        )}
        <EntryNote {...props} />
      </div>
    </li>
  );
}

function Head(props: EntryProps & { titleId: string }) {
  const { meeting, entry, titleOf, titleId } = props;
  const { state, may } = meeting;
  const { item, source, presenter, score } = entry;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.top}>
      <div className={classes.words}>
        <span id={titleId} className={classes.title}>
          <ItemLink itemKey={item.key}>{item.title}</ItemLink>
        </span>
        <div className={classes.facts}>
          <span>{item.key}</span>
          <span>{t(`agenda.${source}`)}</span>
          {presenter && (
            <span>{t('agenda.presenter', { person: titleOf(presenter) })}</span>
          )}
        </div>
        {score && <Score score={score} />}
      </div>
      <div className={classes.aside}>
        <StateChip state={item.state} />
        {may.manage && state !== 'cancelled' && <EntryTools {...props} />}
      </div>
    </div>
  );
}

/** What the agenda is ordered by, so that nobody has to wonder. */
function Score({ score }: { score: AgendaScore }) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { total, benefit, range, feasibility, urgency } = score;
  const parts = {
    ...{ total: String(total), benefit: String(benefit) },
    ...{ range: String(range), feasibility: String(feasibility) },
    urgency: String(urgency),
  };
  return <div className={useStyles().facts}>{t('agenda.score', parts)}</div>;
}
