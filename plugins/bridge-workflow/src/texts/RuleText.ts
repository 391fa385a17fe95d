import { Label } from '../definition';

/** What a rule says when it is broken, and what helps. @internal */
export interface RuleText {
  /** An error where nothing is said. */
  severity?: 'warning';
  message: Label;
  remedy: Label;
}
