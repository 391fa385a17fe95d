import { ItemData } from '@techbridge/bridge-workflow';
import { BridgeError, FieldProblem } from '@techbridge/plugin-bridge-common';
import { ReferenceChecker } from './hooks';

const REFERENCE = /^(user|group|system):[^/\s]+\/[^/\s]+$/i;

/**
 * Refuses data that name people, groups or systems that nobody knows.
 *
 * @param place - what stands before the name of a field in an error
 * @throws BridgeError `invalid-input` that names each such field
 * @internal
 */
export async function checkReferences(
  checker: ReferenceChecker,
  data: ItemData,
  place = 'data.',
): Promise<void> {
  const named = Object.entries(data).flatMap(([field, value]) =>
    referencesIn(value).map(ref => ({ field, ref })),
  );
  if (named.length === 0) {
    return;
  }
  const refs = [...new Set(named.map(({ ref }) => ref))];
  const unknown = new Set(await checker.unknown(refs));
  const fields = named
    .filter(({ ref }) => unknown.has(ref))
    .map(({ field, ref }) => problem(place + field, ref));
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
}

function referencesIn(value: unknown): string[] {
  const values = Array.isArray(value) ? value.slice(0, 100) : [value];
  return values
    .filter((one): one is string => typeof one === 'string')
    .filter(one => REFERENCE.test(one));
}

function problem(path: string, ref: string): FieldProblem {
  const codes = {
    user: 'unknown-person',
    group: 'unknown-group',
    system: 'unknown-system',
  } as const;
  const kind = ref.split(':')[0].toLowerCase() as keyof typeof codes;
  return { path, code: codes[kind], params: { value: ref } };
}
