import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { decisionFigures } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import type { TitleOf } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { SheetSection } from '../../components/Sheet';
import { SheetTable } from '../../components/SheetTable';
import { useLanguage } from '../../components/useLanguage';
import { printTranslationRef } from '../../translation/print';
import type { SheetProps } from './SheetProps';
import { useOutcomeWords } from './useOutcomeWords';
import { useReviewNotes } from './useReviewNotes';

/** What boards have decided, oldest first. @internal */
export function BoardTable({ paper }: SheetProps) {
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const words = useOutcomeWords();
  const notesOf = useReviewNotes(paper);
  const title = t('sheet.boards');
  const head = [
    ...[t('sheet.board'), t('sheet.result'), t('sheet.attendance')],
    ...[t('sheet.count'), t('sheet.closed')],
  ];
  const rows = [...paper.decisions].reverse().map(record => {
    const { numbers } = decisionFigures(record);
    const { seats, present, recused, inFavour, against, abstained } = numbers;
    const { board, round, closedAt } = record;
    return {
      id: `${board} ${round}`,
      cells: [
        words.boardOf(record),
        [words.outcomeOf(record), ...notesOf(record)].join(' · '),
        [seats, present, recused].join(' / '),
        [inFavour, against, abstained].join(' / '),
        closedAt && formatDate(closedAt, language, zone),
      ],
    };
  });
  return rows.length === 0 ? null : (
    <SheetSection title={title}>
      <SheetTable
        label={title}
        head={head}
        rows={rows}
        widths={[24, 30, 16, 16, 14]}
      />
    </SheetSection>
  );
}

/** What decisions have imposed, and whether it is done. @internal */
export function ConditionTable(props: SheetProps & { titleOf: TitleOf }) {
  const { paper, titleOf } = props;
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const { metOf } = useOutcomeWords();
  const title = t('sheet.conditions');
  const head = [
    ...[t('sheet.condition'), t('sheet.owner')],
    ...[t('sheet.until'), t('sheet.met')],
  ];
  const rows = paper.item.conditions.map(condition => ({
    id: condition.id,
    cells: [
      condition.text,
      titleOf(condition.owner),
      formatDate(condition.due, language),
      metOf(condition),
    ],
  }));
  return rows.length === 0 ? null : (
    <SheetSection title={title}>
      <SheetTable
        label={title}
        head={head}
        rows={rows}
        widths={[48, 20, 18, 14]}
      />
    </SheetSection>
  );
}
