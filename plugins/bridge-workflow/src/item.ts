import { Choice, Effect, ItemData, Label, Outcome } from './definition';

/** Who may vote on a board. @public */
export interface Voter {
  ref: string;
  chair: boolean;
  /** How much the vote weighs, where that is not 1. */
  weight?: number;
  /** Whether the vote may be a veto. */
  veto?: true;
  /** Added when the board was escalated. */
  escalated?: boolean;
  /** Added by whoever may say who votes. */
  added?: true;
}

/** That somebody was let vote on an open board as well, or no more. @public */
export interface VoterChange {
  voter: string;
  change: 'add' | 'remove';
  by: string;
  at: string;
  reason: string;
}

/** That an item left its end again, and which decision is in question. @public */
export interface Reopening {
  /** What was done is called so. */
  action: Label;
  by: string;
  at: string;
  reason: string;
  decision: {
    label: Label;
    round: number;
    state: ItemBoard['status'];
    closedAt: string | null;
  };
}

/** Who may not vote, and why. @public */
export interface Recusal {
  voter: string;
  /**
   * `left`: is no longer one of those who may vote; `removed`: was taken out of
   * them by whoever may say who votes.
   */
  kind: 'automatic' | 'declared' | 'imposed' | 'left' | 'removed';
  /** Who imposed it, or has removed the voter. */
  by?: string;
  /** What a person wrote stands in both languages as it is. */
  reason: Label;
}

/** How a closed board was counted. @public */
export interface BoardCount {
  for: number;
  against: number;
  abstained: number;
  cast: number;
  /** What those for and against weigh together, where votes weigh differently. */
  weight?: { for: number; against: number };
}

/** A board of an item in one round. @public */
export interface ItemBoard {
  id: string;
  /** The approval state that it belongs to. */
  state: string;
  round: number;
  status: 'open' | 'cancelled' | Outcome;
  electorate: Voter[];
  recused: Recusal[];
  /** Of each of these people one must have voted; `seated`: if one still may. */
  included: { role?: string; people: string[]; seated?: true }[];
  /** Who may vote for members who are away, where the board allows it. */
  standIns?: string[];
  /** Who was added and removed while it voted, in order. */
  changes?: VoterChange[];
  /** It decides anew what was decided before. */
  reopens?: Reopening;
  openedAt: string;
  deadlineAt?: string;
  escalated: boolean;
  /** How often it was given more time because too few had voted. */
  extended?: number;
  /** How often its time has begun anew, in all rounds of this entry. */
  restarts?: number;
  /** A second vote, about the veto that ended the round before. */
  overrides?: true;
  closedAt?: string;
  /** Approved because nobody who may vote objected in time. */
  tacit?: true;
  count?: BoardCount;
  /** SHA-256 over the sorted ballots that were counted. */
  ballotsHash?: string;
  /**
   * Whose rules it kept to, where the item has gone over to another version
   * since it closed: the version, and what the state is called there.
   */
  rules?: { version: number; state: string };
}

/** A vote. @public */
export interface Ballot {
  voter: string;
  /** Who cast it for the voter, who was away. */
  castBy?: string;
  choice: Choice;
  reason?: string;
  /** What an approval with conditions asks for. */
  conditions?: BallotCondition[];
  at: string;
}

/** What a member asks for who approves with conditions. @public */
export interface BallotCondition {
  text: string;
  /** Who sees to it. */
  owner: string;
  /** The last day, as `YYYY-MM-DD`. */
  due: string;
}

/** A condition that a decision has imposed on an item. @public */
export interface ItemCondition extends BallotCondition {
  id: string;
  /** The approval state and the board that decided so. */
  state: string;
  board: string;
  /** The member who asked for it. */
  by: string;
  /** Who said that it is met, once it is. */
  met?: { by: string; at: string; note?: string };
}

/** A work item as the engine sees it: plain data, nothing of the database. @public */
export interface WorkItem {
  key: string;
  workflow: { id: string; version: number };
  state: string;
  /** The state before a hold, for `$previous`. */
  previous?: string;
  /** How many states were entered; tasks and timers belong to one entry. */
  entry: number;
  enteredAt: string;
  data: ItemData;
  createdBy: string;
  createdAt: string;
  /** How often each way with a `max` was taken. */
  taken: { [way: string]: number };
  milestones: string[];
  outcome?: string;
  /** The boards of the latest round; earlier rounds are in the journal. */
  boards: ItemBoard[];
  /** What decisions have imposed; those of the latest round of each board. */
  conditions?: ItemCondition[];
  /** Approvals that may stand on after a send-back, by approval state. */
  kept?: { [state: string]: KeptApprovals };
  /** How it stands while something else is being decided, by an action that keeps it. */
  standing?: Standing;
  /**
   * The last number that `next` gave a field while something was kept. It is not
   * put back, so that no two texts bear one number.
   */
  numbers?: { [field: string]: number };
  /** From when it was reopened until it ends again. */
  reopened?: Reopening;
  /** While it is a duplicate of another item. */
  merged?: Merged;
  /** Whether only those see it who play a part in it. */
  private?: boolean;
  /** Who has taken over from people who have left, by those. */
  successors?: { [person: string]: string };
}

/** How an item stood when an action kept it, so that `$kept` leads back. @public */
export interface Standing {
  state: string;
  previous?: string;
  /** All of its data, as they were before the action. */
  data: ItemData;
  conditions?: ItemCondition[];
}

/** That an item is a duplicate of another one, and how it stood before. @public */
export interface Merged {
  /** The key of the other item. */
  into: string;
  by: string;
  at: string;
  /** The action that was taken, and in which state. */
  action: string;
  state: string;
  previous?: string;
  /** The fields that the action has changed, as they were; null where empty. */
  data: ItemData;
}

/** Approvals of boards, and how what matters stood when they were counted. @public */
export interface KeptApprovals {
  values: ItemData;
  ballots: { [board: string]: Ballot[] };
}

/** Ballots that count in a new round without being cast again. @public */
export interface CarriedBallots {
  board: string;
  round: number;
  ballots: Ballot[];
}

/** Why something is refused. @public */
export type RefusalCode =
  | 'visibility-fixed'
  | 'visibility-as-it-is'
  | 'not-your-visibility'
  | 'no-merge'
  | 'nothing-to-take-over'
  | 'may-not-take-over'
  | 'not-merged'
  | 'unknown-action'
  | 'not-by-hand'
  | 'forbidden'
  | 'guard'
  | 'guard-error'
  | 'max-reached'
  | 'too-late'
  | 'comment-required'
  | 'comment-not-wanted'
  | 'comment-too-short'
  | 'invalid-form'
  | 'recused'
  | 'not-a-voter'
  | 'not-the-chair'
  | 'voters-fixed'
  | 'not-your-voters'
  | 'voters-reason'
  | 'own-seat'
  | 'already-voter'
  | 'kept-out'
  | 'no-voter'
  | 'quorum-lost'
  | 'no-standing-in'
  | 'not-a-stand-in'
  | 'not-named'
  | 'voted-in-person'
  | 'board-closed'
  | 'already-voted'
  | 'unknown-board'
  | 'unknown-choice'
  | 'reason-required'
  | 'conditions-required'
  | 'conditions-not-wanted'
  | 'condition-past'
  | 'conditions-closed'
  | 'not-your-condition'
  | 'unknown-condition'
  | 'condition-as-it-is'
  | 'no-decision'
  | 'stale-timer'
  | 'unknown-event'
  | 'nobody-left'
  | 'migration-ended'
  | 'migration-kind'
  | 'migration-state'
  | 'migration-type'
  | 'migration-conditions'
  | 'migration-voting'
  | 'migration-value'
  | 'migration-data';

/** A mistake in one field of a form. @public */
export interface FormProblem {
  /** Such as `title` or `evidence.0.url`. */
  path: string;
  code:
    | 'required'
    | 'wrong-type'
    | 'too-long'
    | 'too-short'
    | 'too-many'
    | 'too-few'
    | 'too-large'
    | 'too-small'
    | 'not-above'
    | 'not-below'
    | 'not-a-multiple'
    | 'not-one-of'
    | 'bad-format'
    | 'unknown-field'
    | 'repeated'
    | 'not-plain-text'
    | 'invalid';
  params?: { [name: string]: string | number };
}

/** A refusal with its reason in both languages. @public */
export interface Refusal {
  ok: false;
  code: RefusalCode;
  why: Label;
  /** What the sentence was filled with. */
  params?: { [name: string]: string | number | Label };
  fields?: FormProblem[];
}

/** A line for the journal; the runner adds number, person, time and hash. @public */
export interface JournalLine {
  type:
    | 'created'
    | 'action'
    | 'event'
    | 'timer'
    | 'entered'
    | 'milestone'
    | 'boardOpened'
    | 'boardEscalated'
    | 'boardExtended'
    | 'ballotsCarried'
    | 'reseated'
    | 'boardClosed'
    | 'recused'
    | 'voterAdded'
    | 'voterRemoved'
    | 'condition'
    | 'guardError'
    | 'linked'
    | 'award'
    | 'answered'
    | 'migrated'
    | 'merged'
    | 'unmerged'
    | 'handedOver'
    | 'visibility'
    | 'attached'
    | 'detached'
    | 'note'
    | 'comment';
  payload: { [name: string]: unknown };
}

/** A timer to be kept; it fires as a command of the person `system`. @public */
export interface DueTimer {
  /**
   * The id in the state, from its second turn on `<id>~<turn>`; for a board
   * `deadline:<board>`, `again.<n>:<board>` where its time has begun anew for
   * the nth time, or `remind.<n>:<board>`.
   */
  id: string;
  entry: number;
  fireAt: string;
}

/** An effect to be carried out, its templates filled in. @public */
export interface DueEffect {
  use: string;
  with: { [parameter: string]: unknown };
  saveTo?: string;
  onDone?: Effect['onDone'];
  onFail?: Effect['onFail'];
  /** Of `notify` and `awardPoints`: the people that `with.to` meant when it was set off. */
  recipients?: string[];
}

/** What became of a command. @public */
export interface Step {
  ok: true;
  item: WorkItem;
  lines: JournalLine[];
  /** Timers to be kept: of the state that was entered, or of a board. */
  timers: DueTimer[];
  /** Boards that have ended and are no longer among those of the item. */
  past: ItemBoard[];
  /** Ballots to be kept with the rounds that were opened. */
  carried: CarriedBallots[];
  effects: DueEffect[];
  /** Whether another state was entered; then tasks are handed out anew. */
  entered: boolean;
}
