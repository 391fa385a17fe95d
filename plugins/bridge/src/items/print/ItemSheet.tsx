import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useClock } from '../../api/useClock';
import { TitleOf, useTitles } from '../../api/useTitles';
import { FactList } from '../../components/FactList';
import { formatMoment } from '../../components/formatTime';
import { refOfSystem } from '../../components/refOfSystem';
import { Sheet, SheetSection } from '../../components/Sheet';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { printTranslationRef } from '../../translation/print';
import { factsOf } from '../facts/factsOf';
import { FieldValue } from '../facts/FieldValue';
import { refsIn } from '../facts/values';
import { DecisionBefore } from '../decisions/DecisionBefore';
import { JournalLines } from './JournalLines';
import { LinkLines } from './LinkLines';
import { MeetingLines } from './MeetingLines';
import { reopeningOn } from './reopeningOn';
import type { SheetProps } from './SheetProps';
import { BoardTable, ConditionTable } from './SheetTables';
import { useProof } from './useProof';

const useStyles = makeStyles({
  // A picture must not push everything else to a second page.
  facts: { '& img': { maxHeight: 180 } },
});

/** A work item, as an office document on one page. @internal */
export function ItemSheet(props: SheetProps) {
  const { paper, workflow } = props;
  const { item } = paper;
  const { t } = useTranslationRef(printTranslationRef);
  const classes = useStyles();
  const facts = factsOf(item, workflow);
  const reopens = reopeningOn(paper);
  const titleOf = useTitles([
    ...peopleOf(props),
    ...facts.flatMap(({ value }) => refsIn(value)),
  ]);
  const language = useLanguage();
  return (
    <Sheet
      title={t('sheet.title', { key: item.key, title: item.title })}
      proof={useProof(paper)}
    >
      <Header {...props} titleOf={titleOf} />
      {facts.length > 0 && (
        <SheetSection title={t('sheet.facts')}>
          <div className={classes.facts}>
            <FactList
              facts={facts.map(({ field, value }) => ({
                name: field.label[language],
                value: (
                  <FieldValue field={field} value={value} titleOf={titleOf} />
                ),
              }))}
            />
          </div>
        </SheetSection>
      )}
      <BoardTable {...props} />
      {reopens && <DecisionBefore reopens={reopens} />}
      <MeetingLines {...props} />
      <ConditionTable {...props} titleOf={titleOf} />
      <LinkLines {...props} />
      <JournalLines {...props} />
    </Sheet>
  );
}

function peopleOf({ paper }: SheetProps): string[] {
  const { createdBy, assignees, system, conditions } = paper.item;
  return [
    ...[createdBy, ...assignees],
    ...(system ? [refOfSystem(system)] : []),
    ...conditions.map(({ owner }) => owner),
  ];
}

/** Where it stands, whose it is, and since when. */
function Header(props: SheetProps & { titleOf: TitleOf }) {
  const { paper, workflow, titleOf } = props;
  const { item } = paper;
  const { t } = useTranslationRef(printTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const moment = (at: string | undefined) =>
    at && formatMoment(at, language, zone);
  const lines = {
    'sheet.workflow': workflow.title[language],
    'sheet.state': item.state.label[language],
    'sheet.system': item.system && titleOf(refOfSystem(item.system)),
    'sheet.createdBy': titleOf(item.createdBy),
    'sheet.createdAt': moment(item.createdAt),
    'sheet.updatedAt': moment(item.updatedAt),
    'sheet.dueAt': moment(item.dueAt),
    'sheet.waitsFor': item.assignees.map(titleOf).join(tItems('comma')),
  };
  const facts = Object.entries(lines)
    .filter(([, value]) => value)
    .map(([name, value]) => ({ name: t(name as keyof typeof lines), value }));
  return <FactList facts={facts} />;
}
