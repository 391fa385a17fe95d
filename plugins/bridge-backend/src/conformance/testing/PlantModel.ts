import {
  ANALYSTS,
  APPOINTABLE,
  BOARD,
  CHAIR,
  CONTROLLER,
  IT,
  OFFICE,
} from './cast';
import { Machine, Part, Way } from './machines';
import { Sitting } from './Sitting';

/** What every kind of item has. */
export interface ModelItem {
  machine: Machine;
  key: string;
  creator: string;
  state: string;
  rev: number;
  /** How often each way was gone. */
  gone: Map<string, number>;
}

/** A row of what was measured again. */
export interface Measurement {
  value: number;
  from: string;
  to: string;
  n: number;
  note: string;
}

/** A proposal, as it must stand. */
export interface ModelProposal extends ModelItem {
  proposers: string[];
  /** Whether so much money is at stake that the controller must vote. */
  isBig: boolean;
  /** The figures that the evidence gave, or none on the fast track. */
  hasFigures: boolean;
  actual?: number;
  /** What was measured again, the last one last, and how often somebody confirmed it. */
  measured: Measurement[];
  reviewsDone: number;
  rounds: { [state: string]: number };
  sittings: Sitting[];
  /** Who must see to a condition, for each that is not met. */
  conditions: string[];
  /** The requirement that was drafted last. */
  requirement?: 'open' | 'refused';
  adopted: boolean;
  benefit: boolean;
}

/** A case, as it must stand. */
export interface ModelCase extends ModelItem {
  body: string;
  revision: number;
  publishedRevision: number | null;
}

/** What an appointment says, as far as it matters here. */
export interface ModelAppointment {
  role: 'lead' | 'backup' | 'member';
  from: string;
  until: string;
}

const STANDING = {
  systemOwner: IT,
  programmeOffice: [OFFICE],
  chair: [CHAIR],
  controller: [CONTROLLER],
  analyst: ANALYSTS,
};

/** No test runs on this day or later. */
export const FAR_AWAY = '2990-01-01';
const LONG_GONE = '2020-01-01';

/**
 * Everything that one run has made in the plant, in plain values: what the
 * plugin must answer follows from here and from nothing that it has answered.
 */
export class PlantModel {
  readonly proposals: ModelProposal[] = [];
  readonly cases: ModelCase[] = [];
  readonly appointments = new Map<string, ModelAppointment>();
  /** What each person has earned since the beginning of the run. */
  readonly points = new Map<string, number>();

  /**
   * @param system - the name of the one that all of it is about
   * @param goal - the way that this run looks for
   * @param landmark - a proposal that others can be the same as
   */
  constructor(
    readonly system: string,
    readonly goal: Way,
    readonly landmark: string,
  ) {}

  /** Gives points to a person. */
  pay(person: string, points: number): void {
    this.points.set(person, (this.points.get(person) ?? 0) + points);
  }

  /** Shares points out, what is left over to those who are named first. */
  share(people: string[], points: number): void {
    const each = Math.floor(points / people.length);
    const over = points % people.length;
    people.forEach((person, place) =>
      this.pay(person, each + (place < over ? 1 : 0)),
    );
  }

  /** Who answers for the system today. */
  superUsers(role?: ModelAppointment['role']): string[] {
    return APPOINTABLE.filter(person => {
      const one = this.appointments.get(person);
      const isInForce = one && one.from < FAR_AWAY && one.until > LONG_GONE;
      return isInForce && (role === undefined || one.role === role);
    });
  }

  /** Who plays a part for an item today. */
  peopleOf(item: ModelItem, part: Part | 'superUserLead'): string[] {
    const others = (people: string[]) => without(people, stakeholders(item));
    const reviewers = others(this.superUsers());
    const anyOf = (...choices: string[][]) =>
      choices.find(({ length }) => length > 0) ?? [];
    switch (part) {
      case 'creator':
      case 'author':
        return [item.creator];
      case 'proposer':
        return stakeholders(item).slice(0, -1);
      case 'triager':
        return anyOf(reviewers, IT);
      case 'superUser':
        return anyOf(this.superUsers(), IT);
      case 'superUserLead':
        return anyOf(others(this.superUsers('lead')), reviewers, [OFFICE]);
      case 'secondReader':
        return anyOf(reviewers, others(BOARD));
      default:
        return STANDING[part];
    }
  }
}

/** Who has a stake in an item, the creator last. */
function stakeholders(item: ModelItem): string[] {
  const { proposers = [] } = item as Partial<ModelProposal>;
  return [...proposers, item.creator];
}

function without(people: string[], others: string[]): string[] {
  return people.filter(person => !others.includes(person));
}

/** Who may go a way. */
export function goersOf(
  model: PlantModel,
  item: ModelItem,
  { by = [] }: Way,
): string[] {
  return [...new Set(by.flatMap(part => model.peopleOf(item, part)))];
}

/** How often an item has gone a way. */
export function timesGone(item: ModelItem, way: Way): number {
  return item.gone.get(`${way.from} ${way.name}`) ?? 0;
}

/** Whether an item may go a way no more. */
export function isWornOut(item: ModelItem, way: Way): boolean {
  return way.max !== undefined && timesGone(item, way) >= way.max;
}
