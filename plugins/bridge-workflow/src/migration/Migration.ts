/**
 * How open items of older versions are taken along to this one: what the rules
 * of the versions do not say by themselves.
 *
 * @public
 */
export interface Migration {
  /** The versions that it is for, both included. */
  from: { first: number; last: number };
  /** State of the older version → state of this one; others keep their name. */
  states: { [older: string]: string };
  /** Field → CEL over the data as it was. */
  data: { [field: string]: string };
  /**
   * What becomes of a vote in progress. `finishOnOld`: the item follows when
   * the vote has closed; `dismiss`: the vote begins anew; `keep`: it goes on,
   * which only the same rules allow.
   */
  ballots: 'finishOnOld' | 'dismiss' | 'keep';
  /** Whether the timers of the state go on, or begin anew. */
  timers: 'keep' | 'restart';
}
