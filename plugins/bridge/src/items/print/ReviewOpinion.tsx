import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { decisionFigures } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import type { ItemOnPaper } from '../../api/useItemSheet';
import type { TitleOf } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { useLanguage } from '../../components/useLanguage';
import { printTranslationRef } from '../../translation/print';
import { DecisionBefore } from '../decisions/DecisionBefore';
import { useMeetingWords } from '../links/useMeetingWords';
import { reopeningOn } from './reopeningOn';
import { useOutcomeWords } from './useOutcomeWords';
import { useReviewNotes } from './useReviewNotes';

const useStyles = makeStyles({
  line: { display: 'block' },
});

/** What each board said, with how many, and on which conditions. @internal */
export function ReviewOpinion(props: { paper: ItemOnPaper; titleOf: TitleOf }) {
  const { paper, titleOf } = props;
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const classes = useStyles();
  const { boardOf, outcomeOf, metOf } = useOutcomeWords();
  const notesOf = useReviewNotes(paper);
  const meetings = paper.meetings.map(useMeetingWords());
  const reopens = reopeningOn(paper);
  const decisions = [...paper.decisions].reverse().flatMap(record => {
    const { closedAt } = record;
    const head = [
      boardOf(record),
      outcomeOf(record),
      ...(closedAt ? [formatDate(closedAt, language, zone)] : []),
    ];
    const counts = Object.entries(decisionFigures(record).numbers);
    const numbers = counts.map(([name, count]) => [name, String(count)]);
    return [
      head.join(' · '),
      t('proposal.attendance', Object.fromEntries(numbers)),
      ...notesOf(record),
    ];
  });
  const conditions = paper.item.conditions.map(condition =>
    t('proposal.condition', {
      text: condition.text,
      person: titleOf(condition.owner),
      date: formatDate(condition.due, language),
      met: metOf(condition),
    }),
  );
  return (
    <>
      {[...decisions, ...conditions, ...meetings].map((text, place) => (
        // Two boards may say the same; lines never move.
        // eslint-disable-next-line react/no-array-index-key
        <span key={place} className={classes.line}>
          {text}
        </span>
      ))}
      {reopens && <DecisionBefore reopens={reopens} />}
    </>
  );
}
