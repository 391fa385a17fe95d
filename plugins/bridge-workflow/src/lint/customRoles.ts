import { checkParameters } from '../checkParameters';
import { RoleSource, WorkflowDefinition } from '../definition';
import { RoleSourceKind } from '../effects';
import { Finding, Path } from '../problems';
import { isField } from '../roles';
import type { CompileOptions } from './CompileOptions';
import { boardsIn, has } from './traverse';

type Custom = Extract<RoleSource, { custom: string }>;

/**
 * The rules about roles whose people a module of the backend names. Such a
 * source may fail, and then has nobody: so it must not say who is kept out, and
 * must not fall to whoever made the item.
 *
 * @internal
 */
export function customRoles(
  definition: WorkflowDefinition,
  { roleSources = [] }: CompileOptions,
): Finding[] {
  const own = Object.entries(definition.roles).flatMap(([role, { from }]) =>
    isCustom(from) ? sourceOf({ role, from }, roleSources) : [],
  );
  const falling = Object.keys(definition.roles)
    .filter(role => isOwn(definition, role) && fallsToCreator(definition, role))
    .map(
      (role): Finding => ({
        rule: 'role-to-creator',
        path: ['spec', 'roles', role, 'fallback'],
        parameters: { role },
      }),
    );
  return [...own, ...falling, ...exceptions(definition)];
}

function isCustom(from: RoleSource): from is Custom {
  return typeof from === 'object' && 'custom' in from;
}

function isOwn({ roles }: WorkflowDefinition, role: string): boolean {
  return has(roles, role) && isCustom(roles[role].from);
}

function sourceOf(
  { role, from }: { role: string; from: Custom },
  kinds: RoleSourceKind[],
): Finding[] {
  const path: Path = ['spec', 'roles', role, 'from'];
  const kind = kinds.find(({ source }) => source === from.custom);
  const source = from.custom;
  if (!kind) {
    const known = kinds.map(one => one.source).join(', ') || '–';
    const parameters = { source, role, known };
    const place = [...path, 'custom'];
    return [{ rule: 'role-source-unknown', path: place, parameters }];
  }
  const known = Object.keys(kind.schema.properties ?? {}).join(', ') || '–';
  return checkParameters(kind.schema, from.with, isField).map(
    (one): Finding => ({
      rule: 'role-parameter',
      path: [...path, 'with', ...one.path],
      parameters: { source, parameter: String(one.path.at(-1)), known },
    }),
  );
}

function fallsToCreator(
  { roles }: WorkflowDefinition,
  role: string,
  seen: string[] = [],
): boolean {
  const next = has(roles, role) ? roles[role].fallback : undefined;
  if (next === undefined || seen.includes(next) || !has(roles, next)) {
    return false;
  }
  return (
    roles[next].from === 'creator' ||
    fallsToCreator({ roles } as WorkflowDefinition, next, [...seen, next])
  );
}

function exceptions(definition: WorkflowDefinition): Finding[] {
  const among = (roles: string[], ...path: Path) =>
    roles.flatMap((role, place): Finding[] =>
      isOwn(definition, role)
        ? [
            {
              rule: 'role-as-exception',
              path: [...path, place],
              parameters: { role },
            },
          ]
        : [],
    );
  return [
    ...Object.entries(definition.roles).flatMap(([id, { except }]) =>
      among(except, 'spec', 'roles', id, 'except'),
    ),
    ...boardsIn(definition).flatMap(({ board, path }) =>
      among(board.recuse.roles, ...path, 'recuse', 'roles'),
    ),
  ];
}
