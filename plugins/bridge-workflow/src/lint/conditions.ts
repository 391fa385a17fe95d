import { WorkflowDefinition } from '../definition';
import { Expression, parseExpression } from '../expression';
import { Finding, Path, RuleName } from '../problems';
import { unknownApprovals } from './checklists';
import { fieldName } from '../roles';
import { expressionsIn } from '../template';
import { expressionText } from '../texts/expressionText';
import { effectsOf, fieldsOf, Guard, guardsOf, has, waysOf } from './traverse';

const RULE_OF: { [code: string]: RuleName } = {
  syntax: 'guard-syntax',
  type: 'guard-type',
  'unknown-variable': 'guard-variable',
};

/** Each runs through a list, and inside another one through all of it again. */
const LOOPS = ['all', 'exists', 'exists_one', 'filter', 'map'];
const MOST_LOOPS = 2;

/** What is wrong with an expression wherever it stands. @internal */
export function mistakes(
  definition: WorkflowDefinition,
  expression: Expression,
  path: Path,
): Finding[] {
  const { problem, functions } = expression;
  if (functions.includes('matches')) {
    return [{ rule: 'guard-regex', path }];
  }
  if (functions.filter(name => LOOPS.includes(name)).length > MOST_LOOPS) {
    return [{ rule: 'guard-loops', path, parameters: { most: MOST_LOOPS } }];
  }
  if (problem) {
    const rule = RULE_OF[problem.code];
    return [
      { rule, path, parameters: { detail: expressionText(problem.text) } },
    ];
  }
  return [
    ...unknownFields(definition, expression, path),
    ...unknownApprovals(definition, expression, path),
  ];
}

/** Asked for where it may be empty, a field that is not there always is. */
function unknownFields(
  definition: WorkflowDefinition,
  { fields }: Expression,
  path: Path,
): Finding[] {
  const known = fieldsOf(definition);
  return [...fields]
    .filter(field => !has(known, field))
    .map(field => ({ rule: 'unknown-field', path, parameters: { field } }));
}

function guards(definition: WorkflowDefinition): Finding[] {
  const known = filledFields(definition);
  return guardsOf(definition).flatMap(guard => {
    const expression = parseExpression(
      definition.data,
      guard.source,
      guard.kind,
    );
    const wrong = mistakes(definition, expression, guard.path);
    return wrong.length > 0
      ? wrong
      : [
          ...notBoolean(expression, guard),
          ...unfilled(expression, guard, known),
        ];
  });
}

function notBoolean({ type = '' }: Expression, { path }: Guard): Finding[] {
  return type === 'bool' || type === 'dyn'
    ? []
    : [{ rule: 'guard-boolean', path, parameters: { type } }];
}

function unfilled(
  { needed }: Expression,
  { path }: Guard,
  known: Set<string>,
): Finding[] {
  return [...needed]
    .filter(field => !known.has(field))
    .map(field => ({ rule: 'guard-field', path, parameters: { field } }));
}

/** The fields that a form requires, or that the workflow itself fills in. */
function filledFields(definition: WorkflowDefinition): Set<string> {
  const required = Object.values(definition.forms).flatMap(
    form => form.required,
  );
  const set = waysOf(definition).flatMap(({ transition }) =>
    Object.keys(transition.set),
  );
  const saved = effectsOf(definition).flatMap(({ effect }) =>
    effect.saveTo ? [fieldName(effect.saveTo)] : [],
  );
  return new Set(['title', ...required, ...set, ...saved]);
}

function templates(definition: WorkflowDefinition): Finding[] {
  return effectsOf(definition).flatMap(({ effect, path }) =>
    textsIn(effect.with, [...path, 'with']).flatMap(({ text, place }) =>
      expressionsIn(text).flatMap(source =>
        mistakes(definition, parseExpression(definition.data, source), place),
      ),
    ),
  );
}

function textsIn(value: unknown, place: Path): { text: string; place: Path }[] {
  if (typeof value === 'string') {
    return [{ text: value, place }];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, of]) =>
    textsIn(of, [...place, key]),
  );
}

/** The rules about conditions and templates. @internal */
export const conditionRules = [guards, templates];
