import { Setting, settingRefusal } from '@techbridge/bridge-workflow';
import {
  BridgeError,
  choiceParams,
  FieldProblem,
  WorkflowEdit,
} from '@techbridge/plugin-bridge-common';

type Change = Extract<WorkflowEdit, { changes: unknown }>['changes'][number];

/**
 * Refuses changes of settings that a workflow does not have, and values that
 * are not of their kind.
 *
 * @returns the groups that are named, by where they stand in the body
 * @throws BridgeError `invalid-input` that names each such change
 * @internal
 */
export function checkChanges(
  { id, settings }: { id: string; settings: Setting[] },
  changes: Change[],
): { [place: string]: string } {
  const known = new Map(settings.map(setting => [setting.path, setting]));
  const fields = changes.flatMap(({ path, value }, place): FieldProblem[] => {
    const setting = known.get(path);
    if (!setting) {
      const code = 'unknown-setting' as const;
      return [{ path: `changes.${place}.path`, code, params: { id } }];
    }
    const code = settingRefusal(setting, value);
    const params = paramsOf(setting);
    return code ? [{ path: `changes.${place}.value`, code, params }] : [];
  });
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
  return Object.fromEntries(
    changes.flatMap(({ path, value }, place) =>
      known.get(path)?.kind === 'group'
        ? [[`changes.${place}.value`, String(value)]]
        : [],
    ),
  );
}

function paramsOf({ minimum = 0, maximum = 0, options = [] }: Setting) {
  return {
    ...{ minimum, maximum },
    ...choiceParams(options.map(({ value }) => value)),
  };
}
