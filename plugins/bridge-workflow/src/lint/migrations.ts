import { JsonSchema, WorkflowDefinition } from '../definition';
import { parseExpression } from '../expression';
import { keepsRules } from '../migration/keepsRules';
import { Migration } from '../migration/Migration';
import { Finding, Path, RuleName } from '../problems';
import type { CompileOptions, EarlierVersion } from './CompileOptions';
import { mistakes } from './conditions';
import { reachedUndecided } from './graph';
import { fieldsOf, has } from './traverse';

/** One entry, and the versions that it is for, as far as they are known. */
interface Entry {
  definition: WorkflowDefinition;
  migration: Migration;
  path: Path;
  olds?: EarlierVersion[];
}

/** What is wrong with an expression before it is known what it reads. */
const PLAIN: RuleName[] = ['guard-syntax', 'guard-regex', 'guard-loops'];

/** Types of expressions that fit a field of a type. */
const FITTING: { [type: string]: RegExp } = {
  string: /^(string|google\.protobuf\.Timestamp)$/,
  number: /^(double|u?int)$/,
  integer: /^(double|u?int)$/,
  boolean: /^bool$/,
  array: /^list/,
  object: /^map/,
};

/**
 * What a file says of items of older versions must be there, fit together, and
 * change no vote in progress.
 *
 * @internal
 */
export function migrationRule(
  definition: WorkflowDefinition,
  { earlier }: CompileOptions,
): Finding[] {
  const { migrations = [] } = definition;
  return migrations.flatMap((migration, place) => {
    const path = ['spec', 'migrations', place];
    const olds = earlier?.filter(one => isFor(migration, one.version));
    const entry = { definition, migration, path, olds };
    return [
      ...twice(migrations, place),
      ...unknownVersions(entry, earlier),
      ...states(entry),
      ...values(entry),
      ...otherRules(entry),
    ];
  });
}

function isFor({ from }: Migration, version: number): boolean {
  return from.first <= version && version <= from.last;
}

function twice(migrations: Migration[], place: number): Finding[] {
  const { from } = migrations[place];
  const other = migrations
    .slice(0, place)
    .find(
      ({ from: { first, last } }) => first <= from.last && last >= from.first,
    );
  const path = ['spec', 'migrations', place, 'from'];
  const version = other && Math.max(other.from.first, from.first);
  return version === undefined
    ? []
    : [{ rule: 'migration-twice', path, parameters: { version } }];
}

function unknownVersions(
  { migration, path, olds }: Entry,
  earlier: EarlierVersion[] = [],
): Finding[] {
  if (!olds || olds.length > 0) {
    return [];
  }
  const { first, last } = migration.from;
  const parameters = {
    range: first === last ? String(first) : `${first}-${last}`,
    known: earlier.map(({ version }) => version).join(', ') || '–',
  };
  return [{ rule: 'migration-from', path: [...path, 'from'], parameters }];
}

function states({ definition, migration, path, olds }: Entry): Finding[] {
  const { states: known } = definition;
  return Object.entries(migration.states).flatMap(
    ([older, target]): Finding[] => {
      const place = [...path, 'states', older];
      const found = olds?.filter(old => has(old.definition.states, older));
      if (olds && olds.length > 0 && found?.length === 0) {
        const parameters = { state: older };
        return [{ rule: 'migration-source', path: place, parameters }];
      }
      if (!has(known, target)) {
        const names = Object.keys(known).join(', ');
        const parameters = { state: target, known: names };
        return [{ rule: 'migration-target', path: place, parameters }];
      }
      const is = known[target].type;
      const was = found
        ?.map(old => old.definition.states[older].type)
        .find(type => type !== is);
      const parameters = { state: older, target, was: was ?? is, is };
      if (was) {
        return [{ rule: 'migration-type', path: place, parameters }];
      }
      return skipsVote({ definition, olds: found }, older, target)
        ? [{ rule: 'migration-vote', path: place, parameters }]
        : [];
    },
  );
}

/** Nothing comes past a vote by going over to another version. */
function skipsVote(
  { definition, olds = [] }: Pick<Entry, 'definition' | 'olds'>,
  older: string,
  target: string,
): boolean {
  return (
    !reachedUndecided(definition).has(target) &&
    olds.some(old => reachedUndecided(old.definition).has(older))
  );
}

function values(entry: Entry): Finding[] {
  const fields = fieldsOf(entry.definition);
  return Object.entries(entry.migration.data).flatMap(
    ([field, source]): Finding[] => {
      const place = [...entry.path, 'data', field];
      return has(fields, field)
        ? wrongValue(entry, { field, source, schema: fields[field], place })
        : [{ rule: 'unknown-field', path: place, parameters: { field } }];
    },
  );
}

function wrongValue(
  { definition, olds = [] }: Entry,
  value: { field: string; source: string; schema: JsonSchema; place: Path },
): Finding[] {
  const { field, source, schema, place } = value;
  if (olds.length === 0) {
    const expression = parseExpression(definition.data, source);
    return mistakes(definition, expression, place).filter(({ rule }) =>
      PLAIN.includes(rule),
    );
  }
  const found = olds.flatMap((old): Finding[] => {
    const expression = parseExpression(old.definition.data, source);
    const wrong = mistakes(old.definition, expression, place);
    const { type = 'dyn' } = expression;
    const wanted = String(schema.type);
    const fits = type === 'dyn' || FITTING[wanted]?.test(type) !== false;
    const parameters = { field, type, wanted };
    return wrong.length > 0 || fits
      ? wrong
      : [{ rule: 'migration-value', path: place, parameters }];
  });
  return found.slice(0, 1);
}

/** A vote goes on only by the rules by which it began. */
function otherRules({
  definition,
  migration,
  path,
  olds = [],
}: Entry): Finding[] {
  if (migration.ballots !== 'keep') {
    return [];
  }
  return olds.flatMap(({ version, definition: old }) =>
    Object.keys(old.states)
      .filter(state => old.states[state].type === 'approval')
      .filter(state => {
        const target = migration.states[state] ?? state;
        const after = { definition, state: target };
        const before = { definition: old, state };
        const nameOf = (other: string) => migration.states[other] ?? other;
        return (
          has(definition.states, target) && !keepsRules(before, after, nameOf)
        );
      })
      .map(
        (state): Finding => ({
          rule: 'migration-keep',
          path: [...path, 'ballots'],
          parameters: { state, version },
        }),
      ),
  );
}
