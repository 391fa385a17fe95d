import { JsonSchema, RoleSource, WorkflowDefinition } from '../definition';
import { Finding, Path } from '../problems';
import { fieldName } from '../roles';
import { fieldsOf, has, statePath } from './traverse';

/** Where a role finds people or systems, and what must stand there. */
function sourceFields(from: RoleSource) {
  if (typeof from !== 'object' || 'group' in from || 'custom' in from) {
    return [];
  }
  if ('field' in from) {
    return [{ word: 'field', field: from.field, format: 'user-ref' }];
  }
  return 'ownerOf' in from
    ? [{ word: 'ownerOf', field: from.ownerOf, format: 'system-ref' }]
    : [{ word: 'superUserOf', field: from.superUserOf, format: 'system-ref' }];
}

/** A role whose field holds something else would silently have no people. */
function roleSources(definition: WorkflowDefinition): Finding[] {
  const fields = fieldsOf(definition);
  return Object.entries(definition.roles).flatMap(([role, { from }]) =>
    sourceFields(from)
      .map(source => ({ ...source, field: fieldName(source.field) }))
      .filter(({ field }) => has(fields, field))
      .filter(({ field, format }) => !holds(fields[field], format))
      .map(
        ({ word, field, format }): Finding => ({
          rule: 'role-source',
          path: ['spec', 'roles', role, 'from', word],
          parameters: { role, field, format },
        }),
      ),
  );
}

function holds(schema: JsonSchema, format: string): boolean {
  const { type, format: own } = (
    schema.type === 'array' ? schema.items ?? {} : schema
  ) as JsonSchema;
  return type === 'string' && (own === format || own === 'entity-ref');
}

/** What a timer may count from instead of entering the state. */
const DAY_OR_MOMENT: unknown[] = ['date', 'date-time'];

/** A timer that counts from what is neither would never be set. */
function timerDays(definition: WorkflowDefinition): Finding[] {
  const fields = fieldsOf(definition);
  return Object.entries(definition.states).flatMap(([id, { timers }]) =>
    timers.flatMap(({ from }, place): Finding[] => {
      const field = from === undefined ? undefined : fieldName(from);
      if (
        field === undefined ||
        DAY_OR_MOMENT.includes(fields[field]?.format)
      ) {
        return [];
      }
      const rule = has(fields, field) ? 'timer-from' : 'unknown-field';
      const path = statePath(id, 'timers', place, 'from');
      return [{ rule, path, parameters: { field } }];
    }),
  );
}

interface Nested extends JsonSchema {
  items?: Nested;
  properties?: { [name: string]: Nested };
}

/** `workflow` and `open` say which items may be named, and nothing else. */
function itemFields(definition: WorkflowDefinition): Finding[] {
  const look = (schema: Nested, path: Path): Finding[] => [
    ...(['workflow', 'open'] as const)
      .filter(word => has(schema, word) && schema.format !== 'item-key')
      .map(
        (word): Finding => ({
          rule: 'item-field',
          path: [...path, word],
          parameters: { word },
        }),
      ),
    ...(schema.items ? look(schema.items, [...path, 'items']) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      look(inner, [...path, 'properties', name]),
    ),
  ];
  return look(definition.data, ['spec', 'data']);
}

/** The rules about what fields refer to. @internal */
export const referenceRules = [roleSources, itemFields, timerDays];
