import { State, Transition } from './definition';
import { Standing, WorkItem } from './item';

/** Leads back to where an item stood when it was kept, with the data as they were. */
const KEPT = '$kept';

/** Whether a way leads back to what was kept. @internal */
export function leadsToKept({ to }: Pick<Transition, 'to'>): boolean {
  return to === KEPT;
}

/** Whether a way is there: back to what was kept only while something is. @internal */
export function isThere(
  { standing }: WorkItem,
  transition: Pick<Transition, 'to'>,
): boolean {
  return standing !== undefined || !leadsToKept(transition);
}

/** How an item stands, so that a way can lead back to it. @internal */
export function standingOf(item: WorkItem): Standing {
  const { state, previous, data, conditions } = item;
  return {
    ...{ state, data },
    ...(previous !== undefined && { previous }),
    ...(conditions && { conditions }),
  };
}

/** Whether something may be kept in a state; what was kept before ends there. @internal */
export function keepsStanding({ actions }: State): boolean {
  return Object.values(actions).some(({ keep }) => keep);
}
