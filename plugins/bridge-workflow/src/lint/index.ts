import { WorkflowDefinition } from '../definition';
import { Finding } from '../problems';
import { CalendarOptions, calendars } from './calendars';
import { checklistRules } from './checklists';
import { conditionRules } from './conditions';
import { contentRules } from './content';
import { effectRules } from './effects';
import { graphRules } from './graph';
import { nameRules, unreachedMilestones } from './names';
import { peopleRules } from './people';
import { referenceRules } from './references';

const RULES: ((definition: WorkflowDefinition) => Finding[])[] = [
  ...contentRules,
  ...nameRules,
  ...effectRules,
  ...graphRules,
  ...peopleRules,
  ...referenceRules,
  ...conditionRules,
  ...checklistRules,
];

/** What else is known of the surroundings of a file. @public */
export interface CompileOptions extends CalendarOptions {
  /** Milestones that points and figures count for this kind of item. */
  usedMilestones?: string[];
}

/** Everything that the rules find in a definition. @internal */
export function lint(
  definition: WorkflowDefinition,
  { usedMilestones = [], ...plant }: CompileOptions,
): Finding[] {
  return [
    ...calendars(definition, plant),
    ...RULES.flatMap(rule => rule(definition)),
    ...unreachedMilestones(definition, usedMilestones),
  ];
}
