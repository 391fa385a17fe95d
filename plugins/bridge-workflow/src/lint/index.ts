import { WorkflowDefinition } from '../definition';
import { Finding } from '../problems';
import { calendars } from './calendars';
import { checklistRules } from './checklists';
import { conditionRules } from './conditions';
import { contentRules } from './content';
import { customRoles } from './customRoles';
import type { CompileOptions } from './CompileOptions';
import { awardsOfDuplicates } from './duplicates';
import { effectRules } from './effects';
import { graphRules } from './graph';
import { keepingRule } from './keeping';
import { migrationRule } from './migrations';
import { nameRules, unreachedMilestones } from './names';
import { peopleRules } from './people';
import { referenceRules } from './references';

const RULES: ((definition: WorkflowDefinition) => Finding[])[] = [
  ...contentRules,
  ...nameRules,
  ...graphRules,
  ...peopleRules,
  ...referenceRules,
  ...conditionRules,
  ...checklistRules,
  awardsOfDuplicates,
  keepingRule,
];

/** Everything that the rules find in a definition. @internal */
export function lint(
  definition: WorkflowDefinition,
  options: CompileOptions,
): Finding[] {
  const { usedMilestones = [], holidayLists } = options;
  return [
    ...calendars(definition, holidayLists),
    ...effectRules.flatMap(rule => rule(definition, options)),
    ...customRoles(definition, options),
    ...RULES.flatMap(rule => rule(definition)),
    ...unreachedMilestones(definition, usedMilestones),
    ...migrationRule(definition, options),
  ];
}
