import { Label } from './definition';
import { fillIn, Parameters } from './refusal';
import { fileTexts } from './texts/fileTexts';
import { flowTexts } from './texts/flowTexts';
import { peopleTexts } from './texts/peopleTexts';
import { migrationTexts } from './texts/migrationTexts';
import { timeTexts } from './texts/timeTexts';
import { RuleText } from './texts/RuleText';

/** A mistake in a definition file, with the place and the remedy. @public */
export interface Problem {
  severity: 'error' | 'warning';
  rule: string;
  /** Such as `spec.states.triage.actions.accept.to`. */
  path: string;
  line: number;
  message: Label;
  remedy: Label;
}

/** The way to a place in a file. @internal */
export type Path = (string | number)[];

/** What a rule has found. @internal */
export interface Finding {
  rule: RuleName;
  path: Path;
  parameters?: Parameters;
}

const RULES = {
  ...fileTexts,
  ...flowTexts,
  ...peopleTexts,
  ...timeTexts,
  ...migrationTexts,
};

/** The rules that a file can break. @internal */
export type RuleName = keyof typeof RULES;

/** All rules, for tests. @internal */
export const ruleNames = Object.keys(RULES) as RuleName[];

/** A finding in words. @internal */
export function problemOf(finding: Finding, line: number): Problem {
  const { rule, path, parameters = {} } = finding;
  const text: RuleText = RULES[rule];
  return {
    severity: text.severity ?? 'error',
    rule,
    path: path.join('.'),
    line,
    message: fillIn(text.message, parameters),
    remedy: fillIn(text.remedy, parameters),
  };
}
