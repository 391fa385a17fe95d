import { WorkflowDefinition } from '../definition';
import { DueTimer, ItemBoard } from '../item';
import { MigrationPlan } from './planFor';

/** Where an item goes over to, and what must be known of it. @public */
export interface Migrating {
  /** The version that the item runs on. */
  from: WorkflowDefinition;
  to: WorkflowDefinition;
  /** The number of the version it goes over to. */
  version: number;
  plan: MigrationPlan;
  /** The run that takes it along, for the journal. */
  run: number;
  /** Its boards that have closed, of all rounds. */
  closed: ItemBoard[];
  /** The timers of its present entry that have not fired. */
  timers: DueTimer[];
}

/** What a state of the older version is called in the other one. @internal */
export function nameIn(
  { plan }: Pick<Migrating, 'plan'>,
  state: string,
): string {
  return Object.hasOwn(plan.states, state) ? plan.states[state] : state;
}
