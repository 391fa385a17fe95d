import { z } from 'zod';
import { Finding, Path, RuleName } from './problems';
import { readYaml } from './readYaml';
import { DefinitionFile, fileShape } from './shape/fileShape';
import { typeText } from './texts/typeText';

/** A file as it was read. @internal */
export interface ParsedFile {
  /** Present when the shape is in order. */
  file?: DefinitionFile;
  findings: Finding[];
  /** The line of a place, or of the nearest place around it. */
  lineOf(path: Path): number;
}

/** Reads a file up to its shape. @internal */
export function parseFile(yaml: string): ParsedFile {
  const read = readYaml(yaml);
  if ('finding' in read) {
    return { findings: [read.finding], lineOf: () => read.line };
  }
  const { raw, lineOf } = read;
  const parsed = fileShape.safeParse(raw);
  const findings = parsed.error?.issues.flatMap(findingsOf) ?? [];
  return { file: parsed.data, findings, lineOf };
}

type Issue = z.core.$ZodIssue;

/** Missing words that have a rule of their own. */
const MISSING: { [key: string]: RuleName } = {
  en: 'label',
  zh: 'label',
  label: 'label',
  assign: 'task-assignee',
  by: 'action-role',
};

function findingsOf(issue: Issue): Finding[] {
  const path = issue.path.map(part =>
    typeof part === 'symbol' ? String(part) : part,
  );
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        rule: 'unknown-key',
        path: [...path, key],
        parameters: { key },
      }));
    case 'invalid_union':
      return unionFindings(issue, path);
    case 'invalid_key':
      return issue.issues.flatMap(inner =>
        findingsOf({ ...inner, path: [...path, ...inner.path] } as Issue),
      );
    case 'invalid_type':
      return [typeFinding(issue, path)];
    default:
      return [valueFinding(issue, path)];
  }
}

/** Of several forms the one that fits best is told: it is wrong deepest. */
function unionFindings(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): Finding[] {
  const depth = (issues: Issue[]) =>
    Math.max(...issues.map(one => one.path.length));
  const inner = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (!inner) {
    const parameters = { values: 'task, approval, choice, wait, end' };
    return [{ rule: 'not-one-of', path, parameters }];
  }
  return inner.flatMap(one =>
    findingsOf({ ...one, path: [...path, ...one.path] } as Issue),
  );
}

function typeFinding(
  issue: Extract<Issue, { code: 'invalid_type' }>,
  path: Path,
): Finding {
  const key = String(path.at(-1) ?? '');
  if (issue.message.endsWith('received undefined')) {
    const rule = Object.hasOwn(MISSING, key) ? MISSING[key] : 'missing-key';
    return { rule, path, parameters: { key } };
  }
  if (isForPeople(path)) {
    return { rule: 'label', path };
  }
  const parameters = { expected: typeText(issue.expected) };
  return { rule: 'wrong-type', path, parameters };
}

/** Whether a text in both languages stands here, not one of its languages. */
function isForPeople(path: Path): boolean {
  const [last, holder, outer] = [...path].reverse();
  return (
    ['label', 'whenMessage'].includes(String(last)) ||
    ['labels', 'help'].includes(String(holder)) ||
    (last === 'title' && holder === 'metadata') ||
    outer === 'options'
  );
}

function valueFinding(issue: Issue, path: Path): Finding {
  switch (issue.code) {
    case 'invalid_value':
      return {
        rule: 'not-one-of',
        path,
        parameters: { values: issue.values.map(String).join(', ') },
      };
    case 'too_small':
      return isText(issue, path) || path.at(-1) === 'by'
        ? { rule: MISSING[String(path.at(-1))], path }
        : sizeFinding(`≥ ${issue.minimum}`, path);
    case 'too_big':
      return sizeFinding(`≤ ${issue.maximum}`, path);
    case 'not_multiple_of':
      return sizeFinding(String(issue.divisor), path);
    default:
      return hasOwnRule(issue)
        ? { rule: 'duration-long', path }
        : {
            rule: 'bad-value',
            path,
            parameters: { example: exampleOf(issue) },
          };
  }
}

function isText(issue: Issue, path: Path): boolean {
  const language = path.at(-1) === 'en' || path.at(-1) === 'zh';
  return language && 'origin' in issue && issue.origin === 'string';
}

function sizeFinding(limit: string, path: Path): Finding {
  return { rule: 'bad-size', path, parameters: { limit } };
}

/** Whether it is well formed, and more than what is counted. */
function hasOwnRule(issue: Issue): boolean {
  return issue.code === 'custom' && issue.params?.rule === 'duration-long';
}

function exampleOf(issue: Issue): string {
  const given = issue.code === 'custom' ? issue.params?.example : undefined;
  return String(given ?? issue.message);
}
