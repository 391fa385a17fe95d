import { WorkflowDefinition } from '../definition';
import { Finding } from '../problems';
import { calendars } from './calendars';
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
export interface CompileOptions {
  /** Milestones that points and figures count for this kind of item. */
  usedMilestones?: string[];
  /** The ids of the plant's lists of holidays. */
  holidayLists?: string[];
}

/** Everything that the rules find in a definition. @internal */
export function lint(
  definition: WorkflowDefinition,
  { usedMilestones = [], holidayLists }: CompileOptions,
): Finding[] {
  return [
    ...calendars(definition, holidayLists),
    ...RULES.flatMap(rule => rule(definition)),
    ...unreachedMilestones(definition, usedMilestones),
  ];
}
