import { WorkflowDefinition } from './definition';
import { lint } from './lint';
import type { CompileOptions } from './lint/CompileOptions';
import { normalise } from './normalise';
import { ParsedFile, parseFile } from './parseFile';
import { Finding, Problem, problemOf } from './problems';
import { runScenarios, ScenarioResult } from './scenario/runScenarios';

/** What became of a definition file. @public */
export interface Compilation {
  /** Present only when there is no error. */
  definition?: WorkflowDefinition;
  problems: Problem[];
  scenarios: ScenarioResult[];
}

/**
 * Compiles a definition file: reads it, fills in what was left out, applies
 * every rule and runs its scenarios. It never throws; a bad file gives
 * problems, each with line, path and remedy.
 *
 * @public
 */
export function compile(
  yaml: string,
  options: CompileOptions = {},
): Compilation {
  const parsed = parseFile(yaml);
  const { file } = parsed;
  if (!file) {
    return refused(parsed, parsed.findings);
  }
  const definition = normalise(file);
  const findings = lint(definition, options);
  const problems = inOrder(parsed, findings);
  if (problems.some(problem => problem.severity === 'error')) {
    return { problems, scenarios: [] };
  }
  const scenarios = runScenarios(definition);
  const failed = scenarios.flatMap((result, place) =>
    failureOf(definition, result, place),
  );
  if (failed.length > 0) {
    return {
      problems: inOrder(parsed, [...findings, ...failed]),
      scenarios,
    };
  }
  return { definition, problems, scenarios };
}

function refused(parsed: ParsedFile, findings: Finding[]): Compilation {
  return { problems: inOrder(parsed, findings), scenarios: [] };
}

/** Problems from the top of the file to its end, errors first in a line. */
function inOrder(parsed: ParsedFile, findings: Finding[]): Problem[] {
  const problems = findings.map(finding =>
    problemOf(finding, parsed.lineOf(finding.path)),
  );
  return problems.sort(
    (a, b) => a.line - b.line || a.severity.localeCompare(b.severity),
  );
}

function failureOf(
  { scenarios }: WorkflowDefinition,
  result: ScenarioResult,
  place: number,
): Finding[] {
  const { ok, message } = result;
  if (ok) {
    return [];
  }
  const parameters = {
    name: scenarios[place].name.en,
    nameZh: scenarios[place].name.zh,
    detail: message?.en ?? '',
    detailZh: message?.zh ?? '',
  };
  return [{ rule: 'scenario', path: ['spec', 'scenarios', place], parameters }];
}
