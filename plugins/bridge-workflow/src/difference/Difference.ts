import { Label } from '../definition';

/**
 * How much a change of a workflow means for items that run on an older version:
 *
 * - `patch`: names, hints and what notifications say only
 * - `minor`: more or other ways, people, fields, times
 * - `major`: a state or field is gone, or a board decides by another rule, so
 *   that items could be taken over only by a plan
 * - `blocked`: the same, and items stand there now
 *
 * Items follow a `patch` by themselves; else they keep their version until
 * somebody takes them along.
 *
 * @public
 */
export type DifferenceClass = 'patch' | 'minor' | 'major' | 'blocked';

/** One difference between two versions of a workflow, in words. @public */
export interface Difference {
  class: DifferenceClass;
  /** Where it is, as in the file. */
  path: string;
  message: Label;
}
