import type { DecisionRecord } from '@techbridge/plugin-bridge-common';

/** How many took part in a decision, and how they voted. @internal */
export interface RecordCounts {
  seats: number;
  present: number;
  recused: number;
  inFavour: number;
  against: number;
  abstained: number;
}

/** How many took part in a decision; whoever stepped aside has no seat in it. @internal */
export function recordCounts(record: DecisionRecord): RecordCounts {
  const { electorate, recused, quorum, count } = record;
  const aside = recused.map(({ user }) => user);
  return {
    seats: electorate.filter(({ user }) => !aside.includes(user)).length,
    present: quorum.present,
    recused: recused.filter(({ kind }) => kind !== 'removed').length,
    inFavour: count.for,
    against: count.against,
    abstained: count.abstained,
  };
}
