import { Plant } from './workCalendar';

/** A super user of a system, as far as roles need to know. @public */
export interface SuperUserFact {
  ref: string;
  role: 'lead' | 'backup' | 'member';
  modules: string[];
  stage: 'basic' | 'advanced' | 'expert';
}

/** Whom somebody who is away has named to vote meanwhile. @public */
export interface StandInFact {
  ref: string;
  /** The only item for which it holds; all where nothing is said. */
  item?: string;
}

/** What a role asks of a source of one's own, the item's fields filled in. @public */
export interface CustomNeed {
  source: string;
  with: { [parameter: string]: unknown };
}

/**
 * Who is who at the moment of a command. It is filled before the engine runs,
 * so that the engine itself asks nobody.
 *
 * @public
 */
export interface Directory {
  /** The people of a group, by its reference. */
  members(group: string): string[];
  /** The IT side of a system: the members of the group that owns it. */
  ownersOf(system: string): string[];
  /** The super users of a system today, lead first. */
  superUsersOf(system: string): SuperUserFact[];
  /** The department of a person, as far as it is known. */
  departmentOf(person: string): string | undefined;
  /** The groups that a person leads; none where nobody is asked for. */
  leadsOf?(person: string): string[];
  /** Who votes for a person now. */
  standInsOf(person: string): StandInFact[];
  /** The people whom a role source of one's own names; nobody where it is not asked. */
  customPeople?(need: CustomNeed): string[];
  /**
   * Whether a person has left, as far as the catalog is sure of it; asked of
   * those only whose role names others to stand in.
   */
  hasLeft?(person: string): boolean;
  /** Whether a role source failed, so that who is in its role is not known. */
  isIncomplete?: boolean;
}

/** Who acts. The actor `system` stands for timers and events. @public */
export type Actor = string | 'system';

/** What the engine is told besides the item and the command. @public */
export interface StepContext {
  actor: Actor;
  /** ISO 8601, UTC, with milliseconds. */
  now: string;
  directory: Directory;
  /** What working time depends on; without it there are no holidays. */
  plant?: Plant;
}
