import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../compile';
import { WorkflowDefinition } from '../definition';

/** The workflow of the tests, as a file. @internal */
export const improvementYaml = readFileSync(
  join(__dirname, 'improvement.yaml'),
  'utf8',
);

/**
 * The workflow of the tests, compiled.
 *
 * @param edit - changes the file first
 * @internal
 */
export function improvement(
  edit: (yaml: string) => string = yaml => yaml,
): WorkflowDefinition {
  const { definition, problems } = compile(edit(improvementYaml));
  if (!definition) {
    throw new Error(JSON.stringify(problems, null, 2));
  }
  return definition;
}
