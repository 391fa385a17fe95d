import { Dimension, DIMENSIONS } from '@techbridge/plugin-bridge-common';
import { Earned, isPerson, JournalEntry, Rule } from './model';

/** The type of the lines in which somebody awards points. @internal */
export const AWARD = 'award';

/** Why points were awarded, in both languages. @internal */
export type AwardReason = Rule['label'];

/**
 * The points that people were awarded, apart from any rule. As with a rule they
 * need a person who confirms them, and nobody confirms their own.
 *
 * @internal
 */
export function awardedBy(entries: JournalEntry[]): Earned[] {
  return entries.flatMap(entry => {
    const { type, actor, payload } = entry;
    if (type !== AWARD || payload === null || !isPerson(actor)) {
      return [];
    }
    const points = Number(payload.points);
    const people = [payload.to].flat().map(String);
    return Number.isInteger(points) && points > 0
      ? [...new Set(people)]
          .filter(person => isPerson(person) && person !== actor)
          .map(person => ({ ...awardAs(entry, points), person, points }))
      : [];
  });
}

/** Why points were awarded, as the journal says; undefined where it was erased. @internal */
export function reasonIn(payload: string | null): AwardReason | undefined {
  const { reason } = JSON.parse(payload ?? '{}');
  return reason && { en: String(reason.en), zh: String(reason.zh) };
}

function awardAs(
  { itemId, seq, actor, at, payload }: JournalEntry,
  points: number,
): Pick<Earned, 'rule' | 'milestone'> {
  const dimension =
    DIMENSIONS.find(one => one === payload?.dimension) ??
    ('business' satisfies Dimension);
  return {
    rule: {
      ...{ id: AWARD, milestone: AWARD, credit: AWARD, dimension, points },
      label: { en: 'Award', zh: '奖励' },
    },
    milestone: {
      ...{ itemId, seq, actor, at, kind: '', name: AWARD, times: 1 },
      ...{ credited: {}, data: {}, dataErased: false },
    },
  };
}
