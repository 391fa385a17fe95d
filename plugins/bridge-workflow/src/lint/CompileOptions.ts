import type { WorkflowDefinition } from '../definition';
import type { EffectKind, RoleSourceKind } from '../effects';

/** A version of a workflow that items may run on. @public */
export interface EarlierVersion {
  version: number;
  definition: WorkflowDefinition;
}

/** What else is known of the surroundings of a file. @public */
export interface CompileOptions {
  /** Milestones that points and figures count for this kind of item. */
  usedMilestones?: string[];
  /** The ids of the plant's lists of holidays. */
  holidayLists?: string[];
  /** Where webhooks may be sent to, as `https://host`; anywhere without it. */
  webhookOrigins?: string[];
  /** Effects besides those that are shipped. */
  effects?: EffectKind[];
  /** Sources of roles besides the language's own. */
  roleSources?: RoleSourceKind[];
  /**
   * Versions of the same workflow that have been in force. What the file says
   * of taking their items along is held against them where they are known.
   */
  earlier?: EarlierVersion[];
}
