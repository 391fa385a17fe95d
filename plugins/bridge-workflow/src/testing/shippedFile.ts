import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../compile';
import { WorkflowDefinition } from '../definition';

const FOLDER = join(__dirname, '../../../bridge-backend/workflows');

/** The lists of holidays that shipped workflows count with. @internal */
export const HOLIDAY_LISTS = ['cn-public'];

/** A shipped workflow, as its file is written. @internal */
export function shippedFile(name: string): string {
  return readFileSync(join(FOLDER, `${name}.yaml`), 'utf8');
}

/** A shipped workflow, or one that is made of it, compiled. @internal */
export function compiledFile(yaml: string): WorkflowDefinition {
  const { definition, problems } = compile(yaml, {
    holidayLists: HOLIDAY_LISTS,
  });
  if (!definition) {
    throw new Error(JSON.stringify(problems, null, 1));
  }
  return definition;
}
