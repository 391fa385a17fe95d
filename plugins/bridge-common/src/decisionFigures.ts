import type { DecisionRecord } from './decision';

/** What a document about a decision says of its voters and their votes. @public */
export interface DecisionFigures {
  /** Who may vote, the chair first. */
  members: DecisionRecord['electorate'];
  /** Who must not vote, for a conflict; whoever was removed has none. */
  recused: DecisionRecord['recused'];
  /** How many, in the order in which documents say it. */
  numbers: Record<
    | 'seats'
    | 'present'
    | 'recused'
    | 'needed'
    | 'inFavour'
    | 'against'
    | 'abstained',
    number
  >;
  /** What the votes weigh together, where they weigh differently. */
  weights?: { all: number; inFavour: number; against: number };
  /** Who was called in when too few had voted. */
  escalatedTo: string[];
  /** How those had voted whose vote does not count, by their references. */
  lost: Map<string, NonNullable<DecisionRecord['ballots']>[number]['choice']>;
}

/**
 * The figures of a decision record, the same on the page, on paper and in the
 * text of the record.
 *
 * @public
 */
export function decisionFigures(
  record: Omit<DecisionRecord, 'markdown'>,
): DecisionFigures {
  const { electorate, quorum, count, ballots = [] } = record;
  const out = record.recused.map(({ user }) => user);
  const members = electorate.filter(({ user }) => !out.includes(user));
  const recused = record.recused.filter(({ kind }) => kind !== 'removed');
  const { for: inFavour, against, abstained, weight } = count;
  return {
    ...{ members, recused },
    numbers: {
      seats: members.length,
      present: quorum.present,
      recused: recused.length,
      needed: quorum.needed,
      ...{ inFavour, against, abstained },
    },
    ...(weight && {
      weights: {
        all: members.reduce((sum, { weight: one = 1 }) => sum + one, 0),
        ...{ inFavour: weight.for, against: weight.against },
      },
    }),
    escalatedTo: electorate.flatMap(({ user, escalated }) =>
      escalated ? user : [],
    ),
    lost: new Map(
      ballots
        .filter(({ voter }) => out.includes(voter))
        .map(({ voter, choice }) => [voter, choice]),
    ),
  };
}
