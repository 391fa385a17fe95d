import { WorkCalendar } from './workCalendar';
import { Migration } from './migration/Migration';
import { SetWord } from './setWord';

/** A text in both languages of the product. @public */
export interface Label {
  en: string;
  zh: string;
}

/** A JSON Schema document. @public */
export type JsonSchema = { [keyword: string]: unknown };

/** What a work item holds, as its definition's `data` schema says. @public */
export type ItemData = { [field: string]: unknown };

/** What the items of a workflow are. @public */
export interface Subject {
  /** A {@link SubjectKind}, or any other word; others carry no milestones. */
  kind: string;
  keyPrefix: string;
  /** Such as `{prefix}-{yyyy}-{n:3}`. */
  keyFormat: string;
  /** Capacity → role, see {@link CREDITS}. */
  credits: { [capacity: string]: string };
}

/**
 * Who sees the items of a workflow, where not everybody does: whoever makes one
 * may keep it private, or all of them are.
 *
 * @public
 */
export type Visibility = 'reporterChooses' | 'roles';

/** A swim-lane; it has no semantics. @public */
export interface Phase {
  id: string;
  label: Label;
}

/** Where the people of a role come from. @public */
export type RoleSource =
  | 'creator'
  | { group: string }
  /** A person, or a list of people, in the item's data. */
  | { field: string }
  | { ownerOf: string }
  | {
      superUserOf: string;
      role?: 'lead' | 'backup';
      module?: string;
      stage?: 'expert';
    }
  /** A source of one's own; a parameter `data.x` stands for that field. */
  | { custom: string; with: { [parameter: string]: unknown } };

/** People who play a part. @public */
export interface Role {
  /** What refusals and recusals call it. */
  label?: Label;
  from: RoleSource;
  /** Roles whose people are taken out. */
  except: string[];
  /** The role that stands in when nobody is left. */
  fallback?: string;
  min?: number;
}

/** Fields of the item's data that a person fills in. @public */
export interface Form {
  fields: string[];
  required: string[];
  /** An rjsf uiSchema. */
  ui: { [field: string]: unknown };
  labels: { [field: string]: Label };
  help: { [field: string]: Label };
  /** Names of the values of an enumeration. */
  options: { [field: string]: { [value: string]: Label } };
}

/** Something that a transition or a timer sets off. @public */
export interface Effect {
  use: string;
  with: { [parameter: string]: unknown };
  /** Where the result goes: `data.<field>`. */
  saveTo?: string;
  /** The event that the item hears once it is done. */
  onDone?: { event: string };
  /**
   * `retry`: so often it is tried again; else seven times. What follows when it
   * is given up: an event for the item, word to the owner of the workflow.
   */
  onFail?: { retry?: number; event?: string; then?: 'notifyOwner' };
}

/** A way out of a state. @public */
export interface Transition {
  /**
   * A state, `$previous`, or `$kept` (of actions and branches). Without it the
   * item stays where it is.
   */
  to?: string;
  /** CEL; the way is open when it is true. */
  when?: string;
  whenMessage?: Label;
  effects: Effect[];
  /** Fields of the data that take the acting person, the current time, or count on. */
  set: { [field: string]: SetWord };
  /** How often this way may be taken. */
  max?: number;
  milestone?: string;
}

/** Whether an action takes a comment. @public */
export type CommentRule = 'none' | 'optional' | 'required';

/** A verb that a person may use. @public */
export interface Action extends Transition {
  label: Label;
  /** Any of these roles may. */
  by: string[];
  form?: string;
  comment: CommentRule;
  /** How long a required comment must be. */
  commentLength?: number;
  /** Only so long after the state was entered; an ISO 8601 duration. */
  within?: string;
  /** The item as it stands is kept; a way to `$kept` leads back to it. */
  keep?: true;
}

/** An action that is offered in every state that waits for people. @public */
export interface GlobalAction extends Action {
  except: string[];
}

/** Something that happens by itself after a time. @public */
export interface Timer {
  id: string;
  /** ISO 8601 duration from entering the state. */
  after: string;
  /**
   * A day in the data from whose beginning the duration counts instead, unless
   * that day is over; or a moment in the data, also a past one. Without either
   * the timer is left out.
   */
  from?: string;
  /** `business`: the durations count working time. */
  calendar?: 'business';
  /** A condition that must hold on entering the state; else there is no timer. */
  when?: string;
  /** Again and again while the item is in the state, so many times more. */
  repeat?: { every: string; times: number };
  fire?: Transition;
  do: Effect[];
}

/** What a state does when a named event arrives. @public */
export interface EventRule extends Transition {
  do: Effect[];
}

/** What every state has. @public */
export interface StateBase {
  phase?: string;
  label: Label;
  milestone?: string;
  onEnter: Effect[];
  timers: Timer[];
  events: { [name: string]: EventRule };
  actions: { [id: string]: Action };
}

/** People act. @public */
export interface TaskState extends StateBase {
  type: 'task';
  assign: string;
  /** The approval state whose conditions are followed up here. */
  checklist?: string;
}

/** The ways in which a board can end. @public */
export type Outcome =
  | 'approved'
  | 'conditional'
  | 'rejected'
  | 'sentBack'
  | 'noQuorum';

/** How a member may vote. @public */
export type Choice =
  | 'approve'
  | 'approveWithConditions'
  | 'reject'
  | 'abstain'
  | 'sendBack'
  | 'veto';

/** How many must have voted, and who among them. @public */
export interface Quorum {
  min: number;
  percent?: number;
  /** Of each of these at least one, where `when` holds. */
  includes: Included[];
}

/**
 * Of whom one must have voted: the people of a role, or the members of the
 * board for whom a condition holds. Where it holds for no member who may vote,
 * nobody of them must.
 *
 * @public
 */
export type Included =
  | { role: string; when?: string }
  | { voter: string; label: Label; when?: string };

/** When a board says yes. @public */
export interface PassRule {
  rule: 'first' | 'unanimous' | 'threshold' | 'majority';
  threshold?: number;
  tie: 'chair' | 'reject';
}

/** A board that votes. @public */
export interface Board {
  label: Label;
  /** CEL; the board sits only when it is true. */
  when?: string;
  voters: string;
  /** Whoever joins the role while the board votes may vote, too. */
  electorate?: 'snapshot' | 'live';
  chair?: string;
  /**
   * The roles that may add and remove voters while the board votes; without it
   * the chair may.
   */
  seats?: { by: string[] };
  /** Role → how much its seat weighs in the share; every other seat weighs 1. */
  weights?: { [role: string]: number };
  /** How one may vote; a veto is not among them but the right of a seat. */
  choices: Exclude<Choice, 'veto'>[];
  /**
   * The role whose veto ends the board as rejected. `override`: the board then
   * votes a second time, without vetoes, and a share of at least `threshold`
   * of the votes carries it.
   */
  veto?: { by: string; override?: { threshold: number } };
  quorum: Quorum;
  pass: PassRule;
  sendBack?: { by: 'chair' | 'any' | number };
  /** `whenMessage`: why those are recused for whom `when` holds. */
  recuse: {
    roles: string[];
    when?: string;
    whenMessage?: Label;
    declare: boolean;
  };
  /**
   * The role whose people may vote for members who are away; without it
   * members vote themselves. `chain`: whoever stands in names nobody else.
   */
  delegate?: { to: string; chain: 1 };
  reason: { [choice: string]: { minLength: number } };
  /** Whether votes are shown at once, when the board has closed, or never. */
  ballot: 'open' | 'openAfterClose' | 'secret';
  changeVote: 'untilClosed' | 'never';
  close: 'early' | 'deadline';
  /** When those who have not voted are reminded; ISO 8601 durations. */
  remind?: string[];
  deadline?: {
    after: string;
    /** `business`: this and the reminders count working time. */
    calendar?: 'business';
    /** So many times more, each so long, while too few have voted. */
    extend?: { by: string; times: number };
    /** `approve`: whoever is silent consents; `tacit` says so in the file. */
    then: 'noQuorum' | 'escalate' | 'approve';
    tacit?: boolean;
  };
}

/** Boards vote. @public */
export interface ApprovalState extends StateBase {
  type: 'approval';
  approval: {
    /** Whether all boards must be in favour, one of them, or so many. */
    combine: 'all' | 'any' | { atLeast: number };
    cancelOthersOn: Outcome[];
    escalateTo?: string;
    /** Fields that matter: where one was changed meanwhile, all vote anew. */
    materialFields?: string[];
    /**
     * After a send-back, approvals stand on without being cast again, as long
     * as no field that matters was changed. On boards that had not closed when
     * the item was sent back all vote anew.
     */
    carryOver?: 'approve';
    boards: { [id: string]: Board };
  };
  outcomes: { [outcome in Outcome]?: Transition };
}

/** The way goes on by itself. @public */
export interface ChoiceState extends StateBase {
  type: 'choice';
  choose: Transition[];
}

/** Time passes, or an event is awaited. @public */
export interface WaitState extends StateBase {
  type: 'wait';
}

/** The item is done. @public */
export interface EndState extends StateBase {
  type: 'end';
  outcome: string;
}

/** One place that an item can be in. @public */
export type State =
  | TaskState
  | ApprovalState
  | ChoiceState
  | WaitState
  | EndState;

/** One step of a scenario, as written. @public */
export type ScenarioStep =
  | string
  | { do: string; set?: ItemData; by?: string; comment?: string };

/** A walk that must end as expected before a version may go live. @public */
export interface Scenario {
  name: Label;
  data: ItemData;
  steps: ScenarioStep[];
  expect: {
    state: string;
    outcome?: string;
    effects?: string[];
    milestones?: string[];
  };
}

/**
 * A compiled workflow: everything that the file leaves out is filled in. It is
 * plain JSON, is stored as such, and its SHA-256 names the version.
 *
 * @public
 */
export interface WorkflowDefinition {
  id: string;
  title: Label;
  owner?: string;
  /** When people work, for what counts working time. */
  calendar?: WorkCalendar;
  subject: Subject;
  /** Who sees the items; left out where everybody does who may read items. */
  visibility?: Visibility;
  phases: Phase[];
  roles: { [name: string]: Role };
  data: JsonSchema;
  /** What fields are called that nobody fills in by a form. */
  labels: { [field: string]: Label };
  /** What the values of such fields are called; left out where none is. */
  options?: { [field: string]: { [value: string]: Label } };
  forms: { [id: string]: Form };
  /**
   * What is asked when a person makes an item, the milestone that it reaches,
   * and what is filled in where nothing is sent. Without a form nobody makes
   * one by hand.
   */
  start: {
    form?: string;
    milestone?: string;
    set: { [field: string]: SetWord };
  };
  initial: string;
  states: { [id: string]: State };
  global: { [id: string]: GlobalAction };
  scenarios: Scenario[];
  /** Left out where nothing is said about items of older versions. */
  migrations?: Migration[];
}
