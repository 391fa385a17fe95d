import { Compilation, WorkflowDefinition } from '@techbridge/bridge-workflow';
import { parseDocument } from 'yaml';

/**
 * What a file defines, also where its scenarios fail, so that it can be told
 * what it would change. Anything else that is wrong with it leaves nothing to
 * compare.
 *
 * @param file - with what the compiler has said to it
 * @param before - what it is compared with; scenarios that fail are told by the
 *   report, so that they count as those of this one
 * @internal
 */
export async function untried(
  file: { yaml: string; compilation: Compilation },
  before: WorkflowDefinition,
  compile: (yaml: string) => Promise<Compilation>,
): Promise<WorkflowDefinition | undefined> {
  const { definition, problems } = file.compilation;
  const isSound = problems.every(
    ({ severity, rule }) => severity !== 'error' || rule === 'scenario',
  );
  if (definition || !isSound) {
    return definition;
  }
  const document = parseDocument(file.yaml);
  document.deleteIn(['spec', 'scenarios']);
  const { definition: bare } = await compile(document.toString());
  return bare && { ...bare, scenarios: before.scenarios };
}
