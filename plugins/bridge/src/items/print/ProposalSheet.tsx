import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Item } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { useDepartmentsOf } from '../../api/useDepartmentsOf';
import { NOBODY, TitleOf, useTitles } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { FormTable } from '../../components/FormTable';
import { refOfSystem } from '../../components/refOfSystem';
import { Sheet, SheetSection } from '../../components/Sheet';
import { SheetTable } from '../../components/SheetTable';
import { useLanguage } from '../../components/useLanguage';
import { benefitTranslationRef } from '../../translation/benefit';
import { itemsTranslationRef } from '../../translation/items';
import { printTranslationRef } from '../../translation/print';
import { benefitOf } from '../facts/benefitOf';
import { BenefitLines } from './BenefitLines';
import { ReviewOpinion } from './ReviewOpinion';
import type { SheetProps } from './SheetProps';
import { useOutcomeWords } from './useOutcomeWords';
import { useProof } from './useProof';

/** A proposal as the form that offices know, to be signed. @internal */
export function ProposalSheet({ paper }: SheetProps) {
  const { item, decisions } = paper;
  const { t } = useTranslationRef(printTranslationRef);
  const { t: tBenefit } = useTranslationRef(benefitTranslationRef);
  const proposers = proposersOf(item);
  const benefit = benefitOf(item.data);
  const chair = chairOf(paper);
  const titleOf = useTitles([
    ...[...proposers, ...(chair ? [chair] : [])],
    ...(item.system ? [refOfSystem(item.system)] : []),
    ...item.conditions.map(({ owner }) => owner),
  ]);
  const textOf = (name: string) => String(item.data[name] ?? '');
  const rows = [
    ...useHead(item, proposers, titleOf),
    ...(['currentState', 'method', 'expectedEffect'] as const).map(name => [
      { name: t(`proposal.${name}`), value: textOf(name) },
    ]),
    [
      {
        name: t('proposal.opinion'),
        value: <ReviewOpinion paper={paper} titleOf={titleOf} />,
      },
    ],
    [
      {
        name: t('proposal.conclusion'),
        value: useConclusion(item, decisions[0]),
      },
    ],
    ...(benefit.yearly
      ? [[{ name: tBenefit('title'), value: <BenefitLines {...benefit} /> }]]
      : []),
  ];
  const title = t('proposal.title');
  return (
    <Sheet title={title} proof={useProof(paper)}>
      <FormTable label={title} rows={rows} />
      <SignatureLines
        proposers={proposers.map(titleOf)}
        chair={chair && titleOf(chair)}
      />
    </Sheet>
  );
}

function proposersOf({ data, createdBy }: Item): string[] {
  const { proposers } = data;
  const named = Array.isArray(proposers) ? proposers.map(String) : [];
  return named.length > 0 ? named : [createdBy].filter(ref => ref !== NOBODY);
}

/** Who chairs the board, as far as one is known. */
function chairOf({ item, decisions }: SheetProps['paper']): string | undefined {
  return [...decisions, ...item.boards]
    .flatMap(({ electorate }) => electorate)
    .find(({ chair }) => chair)?.user;
}

function useHead(item: Item, proposers: string[], titleOf: TitleOf) {
  const { t } = useTranslationRef(printTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const comma = tItems('comma');
  const departments = useDepartmentsOf(proposers) ?? [];
  const cell = (name: string, value = '') => ({ name, value });
  const day = formatDate(item.createdAt, language, zone);
  const system = item.system && titleOf(refOfSystem(item.system));
  return [
    [cell(t('proposal.key'), item.key), cell(t('proposal.date'), day)],
    [
      cell(t('proposal.proposers'), proposers.map(titleOf).join(comma)),
      cell(t('proposal.department'), departments.join(comma)),
    ],
    [
      cell(t('proposal.system'), system),
      cell(t('proposal.state'), item.state.label[language]),
    ],
    [cell(t('proposal.name'), item.title)],
  ];
}

/** The last decision, and how the proposal ended. */
function useConclusion(
  { state, outcome }: Item,
  decided: SheetProps['paper']['decisions'][number] | undefined,
): string {
  const language = useLanguage();
  const { outcomeOf } = useOutcomeWords();
  return [
    ...(decided ? [outcomeOf(decided)] : []),
    ...(outcome ? [state.label[language]] : []),
  ].join(' · ');
}

/** Where those sign by hand who answer for it. */
function SignatureLines(props: { proposers: string[]; chair?: string }) {
  const { proposers, chair } = props;
  const { t } = useTranslationRef(printTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const title = t('proposal.signatures');
  const rows = [
    [t('proposal.signProposer'), proposers.join(tItems('comma'))],
    [t('proposal.signOwner'), ''],
    [t('proposal.signChair'), chair ?? ''],
  ];
  return (
    <SheetSection title={title}>
      <SheetTable
        label={title}
        head={[
          ...[title, t('proposal.signName')],
          ...[t('proposal.signature'), t('proposal.signDate')],
        ]}
        rows={rows.map(([role, name]) => ({
          id: role,
          cells: [role, name, '', ''],
        }))}
        widths={[28, 24, 28, 20]}
        roomy
      />
    </SheetSection>
  );
}
