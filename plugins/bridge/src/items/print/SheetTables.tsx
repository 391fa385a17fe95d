import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useClock } from '../../api/useClock';
import type { TitleOf } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { SheetSection } from '../../components/Sheet';
import { SheetTable } from '../../components/SheetTable';
import { useLanguage } from '../../components/useLanguage';
import { printTranslationRef } from '../../translation/print';
import { recordCounts } from './recordCounts';
import type { SheetProps } from './SheetProps';
import { useOutcomeWords } from './useOutcomeWords';

/** What boards have decided, oldest first. @internal */
export function BoardTable({ paper }: SheetProps) {
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const words = useOutcomeWords();
  const title = t('sheet.boards');
  const head = [
    ...[t('sheet.board'), t('sheet.result'), t('sheet.attendance')],
    ...[t('sheet.count'), t('sheet.closed')],
  ];
  const rows = [...paper.decisions].reverse().map(record => {
    const { seats, present, recused, ...votes } = recordCounts(record);
    const { board, round, closedAt } = record;
    return {
      id: `${board} ${round}`,
      cells: [
        words.boardOf(record),
        words.outcomeOf(record),
        [seats, present, recused].join(' / '),
        Object.values(votes).join(' / '),
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
        widths={[26, 20, 19, 19, 16]}
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
