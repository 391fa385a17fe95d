import { Refusal, Step } from './item';
import { Impassable } from './travel';
import { endWalk, Walk } from './walk';

/** What came of a walk on some way, or why the way cannot be taken. @internal */
export function completed(walk: Walk, go: () => void): Step | Refusal {
  try {
    go();
    return endWalk(walk);
  } catch (error) {
    if (error instanceof Impassable) {
      return error.refusal;
    }
    throw error;
  }
}
