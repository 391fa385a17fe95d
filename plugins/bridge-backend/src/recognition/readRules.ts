import { CREDITS, MILESTONES, SubjectKind } from '@techbridge/bridge-workflow';
import { DIMENSIONS } from '@techbridge/plugin-bridge-common';
import { readFileSync } from 'fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Rule } from './model';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, {
  message: 'write an id in small letters, such as proposal-adopted',
});
const points = z.number().int().min(1).max(10_000);
const day = z.iso.date();

const ruleSchema = z.strictObject({
  id,
  subject: z.enum(Object.keys(MILESTONES) as [SubjectKind, ...SubjectKind[]]),
  milestone: z.string(),
  after: z.string().optional(),
  credit: z.string(),
  except: z.string().optional(),
  dimension: z.enum(DIMENSIONS),
  points: points.optional(),
  grades: z
    .strictObject({
      field: z.string().min(1),
      steps: z
        .array(
          z.strictObject({
            id: z.string().min(1).max(10),
            from: z.number().min(0),
            points,
          }),
        )
        .min(1),
    })
    .optional(),
  cap: z
    .strictObject({ points, per: z.enum(['week', 'month', 'quarter']) })
    .optional(),
  from: day.optional(),
  until: day.optional(),
  label: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
});

const tableSchema = z.strictObject({ rules: z.array(ruleSchema) });

/**
 * Reads the table of rules that points are given by.
 *
 * @throws Error that names the file, the place and the remedy
 * @internal
 */
export function readRules(file: string): Rule[] {
  return parseRules(readFileSync(file, 'utf8'), file);
}

/**
 * The rules in a YAML text.
 *
 * @throws Error that names the file, the place and the remedy
 * @internal
 */
export function parseRules(yaml: string, file: string): Rule[] {
  const document = parseDocument(yaml);
  const [mistake] = document.errors;
  if (mistake) {
    throw new Error(`${file}: ${mistake.message}`);
  }
  const parsed = tableSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new Error(`${file}, ${path.join('.') || 'the file'}: ${message}`);
  }
  const { rules } = parsed.data;
  const problem = rules.map(problemOf).find(found => found !== undefined);
  const twice = rules.find(
    (rule, place) => rules.findIndex(one => one.id === rule.id) !== place,
  );
  if (problem || twice) {
    const sentence =
      problem ?? `rule ${twice?.id} stands there twice; give it another id.`;
    throw new Error(`${file}: ${sentence}`);
  }
  return rules;
}

// A merge can be undone, and what the ledger holds cannot.
const EARNS_NOTHING = 'duplicate';

function problemOf(rule: Rule): string | undefined {
  const { subject, milestone, after, credit, except, grades } = rule;
  const problem =
    unknownName([milestone, after], MILESTONES[subject], 'milestone') ??
    unknownName([credit, except], CREDITS[subject], 'capacity');
  if (problem) {
    return `rule ${rule.id}: ${subject} has no ${problem}`;
  }
  if ([milestone, after].includes(EARNS_NOTHING)) {
    return `rule ${rule.id}: a duplicate can be undone, so it earns nothing. Take another milestone.`;
  }
  if ((rule.points === undefined) === (grades === undefined)) {
    return `rule ${rule.id} needs either points or grades.`;
  }
  const limits = grades?.steps.map(({ from }) => from) ?? [0];
  const ascending = limits.every(
    (limit, i) => i === 0 || limits[i - 1] < limit,
  );
  return limits[0] === 0 && ascending
    ? undefined
    : `rule ${rule.id}: let the first grade begin at 0 and each further one higher.`;
}

function unknownName(
  names: (string | undefined)[],
  known: readonly string[],
  what: string,
): string | undefined {
  const unknown = names.find(
    name => name !== undefined && !known.includes(name),
  );
  return unknown && `${what} “${unknown}”. Take one of: ${known.join(', ')}.`;
}
