import { Compilation } from '@techbridge/bridge-workflow';
import { WorkflowReport } from '@techbridge/plugin-bridge-common';
import { canonicalJson, sha256 } from '../journalChain';

/** What the compiler says of a file, with the hash that would name it. @internal */
export function reportOf({
  definition,
  problems,
  scenarios,
}: Compilation): WorkflowReport {
  const ok =
    definition !== undefined &&
    problems.every(({ severity }) => severity !== 'error');
  return {
    ok,
    ...(definition && {
      id: definition.id,
      hash: sha256(canonicalJson(definition)),
    }),
    problems,
    scenarios,
  };
}
