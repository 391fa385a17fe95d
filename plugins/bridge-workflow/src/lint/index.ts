import { WorkflowDefinition } from '../definition';
import { Finding } from '../problems';
import { calendars } from './calendars';
import { checklistRules } from './checklists';
import { conditionRules } from './conditions';
import { contentRules } from './content';
import type { CompileOptions } from './CompileOptions';
import { effectRules, webhookRule } from './effects';
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

/** Everything that the rules find in a definition. @internal */
export function lint(
  definition: WorkflowDefinition,
  options: CompileOptions,
): Finding[] {
  const { usedMilestones = [], holidayLists } = options;
  return [
    ...calendars(definition, holidayLists),
    ...webhookRule(definition, options),
    ...RULES.flatMap(rule => rule(definition)),
    ...unreachedMilestones(definition, usedMilestones),
  ];
}
