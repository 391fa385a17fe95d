import {
  evidence,
  judged,
  threeSentences,
} from '../../workflow/testing/proposalForms';
import { user } from '../../workflow/testing/TestPeople';
import { AUTHORS } from './cast';
import { Draw } from './Draw';
import { Way } from './machines';
import { ModelProposal, PlantModel } from './PlantModel';
import { BENEFITS } from './proposalRules';

/** What is sent with an action. */
export interface Sent {
  data?: { [field: string]: unknown };
  comment?: string;
}

const REASON = '现阶段没有人手，等下一个版本发布以后再重新评估这张提案单。';
const NOTE = '对比两周数据，异常率明显下降。';
const GRADE_C = { configuresCriticalSystem: false };
const REFUSAL = { reasonCode: 'noCapacity', reasonText: REASON };

/** Fills the form of a way in. */
export function filledIn(
  model: PlantModel,
  item: ModelProposal,
  { name, comment }: Way,
  draw: Draw,
): Sent {
  const data = formOf(model, item, name, draw);
  return { ...(data && { data }), ...(comment && { comment: '请再看一次。' }) };
}

function formOf(
  { system, landmark }: PlantModel,
  { creator, hasFigures, measured, reviewsDone }: ModelProposal,
  name: string,
  draw: Draw,
): Sent['data'] {
  switch (name) {
    case 'submit': {
      const others = AUTHORS.filter(author => author !== creator);
      const teams = [[creator], [creator, ...others], [others[0]]];
      const proposers = draw.of(teams).map(user);
      return {
        ...{ ...threeSentences, proposers },
        system: `system:default/${system}`,
      };
    }
    case 'accept fast':
      return { ...judged, effort: 'S', cost: 800, ...GRADE_C };
    case 'accept board':
      return judged;
    case 'markDuplicate':
      return { duplicateOf: landmark };
    case 'present':
      return { ...evidence, expectedBenefit: draw.of([1_000, 120_000]) };
    case 'defer':
      return { ...REFUSAL, reviewDate: '2999-01-31' };
    case 'explain':
      return REFUSAL;
    case 'appeal':
      return { appealReason: REASON };
    case 'report':
      return { actual: draw.of([4, 5]) };
    case 'verify':
      return {
        ...(hasFigures && { actual: draw.of([4, 4, 5, 7]) }),
        ...{ benefitType: 'quality', hardness: 'soft', verificationNote: NOTE },
        annualBenefit: draw.of(BENEFITS)[0],
      };
    case 'notAchieved':
      return { verificationNote: NOTE };
    case 'measure':
      // Now and then somebody forgets the rows that stand there.
      return {
        reviews: [
          ...(draw.below(8) > 0 ? measured.slice(0, reviewsDone) : []),
          {
            ...{ value: draw.of([4.2, 5.9]), n: 1 + draw.below(90) },
            ...{ from: '2026-01-05', to: '2026-01-18', note: NOTE },
          },
        ],
      };
    case 'review':
    case 'reopenBenefit':
      return { reviewNote: NOTE };
    default:
      return undefined;
  }
}

/** What a ballot says besides its choice. */
export function ballotOf(choice: string, owner: string): object {
  return {
    choice,
    ...((choice === 'reject' || choice === 'sendBack') && { reason: REASON }),
    ...(choice === 'approveWithConditions' && {
      conditions: [{ text: '先试两周', owner: user(owner), due: '2999-01-31' }],
    }),
  };
}
