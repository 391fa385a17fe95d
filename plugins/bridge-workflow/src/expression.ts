import {
  ASTNode,
  Environment,
  ObjectSchema,
  ParseResult,
} from '@marcbachmann/cel-js';
import { ItemData, JsonSchema } from './definition';

/** The variables of an expression. @internal */
export interface Scope {
  data: ItemData;
  instance: { key: string; createdBy: string; state: string; version: number };
  actor: { ref: string; roles: string[] };
  /** Of each approval state, see `approvalScope`. */
  approval: {
    [state: string]: { conditions: unknown[]; conditionsOpen: number };
  };
  voter?: { ref: string; owns: string[]; department: string; leads: string[] };
  now: Date;
}

/** What an expression came to: a value, or the reason why there is none. @internal */
export type Answer = { value: unknown } | { error: string; missing: boolean };

/** A parsed and type-checked expression. @internal */
export interface Expression {
  /** Why it cannot be used; an expression with a problem is never run. */
  problem?: { code: 'syntax' | 'type' | 'unknown-variable'; text: string };
  /** The type of its value. */
  type?: string;
  /** The variables that it reads, such as `data`. */
  variables: Set<string>;
  /** The fields of the data that it reads. */
  fields: Set<string>;
  /** Those of them that must be there, or the expression fails. */
  needed: Set<string>;
  /** What it reads of decisions, such as `board` and `conditionsOpen`. */
  approvals: { state: string; word: string }[];
  /** The functions that it calls, as often as it calls them. */
  functions: string[];
  evaluate(scope: Scope): Answer;
}

type SchemaNode = {
  type?: unknown;
  items?: SchemaNode;
  properties?: { [name: string]: SchemaNode };
};

interface Workshop {
  guards: Environment;
  recusals: Environment;
  parsed: Map<string, Expression>;
}

const LIMITS = { maxAstNodes: 300, maxDepth: 30, maxListElements: 100 };

const workshops = new WeakMap<JsonSchema, Workshop>();

/**
 * Parses an expression against the schema of the data, once for each schema.
 * `voter` is known to the expressions of recusals only.
 *
 * @internal
 */
export function parseExpression(
  data: JsonSchema,
  source: string,
  kind: 'guard' | 'recusal' = 'guard',
): Expression {
  const workshop = workshopOf(data);
  const key = `${kind} ${source}`;
  const known = workshop.parsed.get(key);
  if (known) {
    return known;
  }
  const environment = kind === 'guard' ? workshop.guards : workshop.recusals;
  const expression = build(environment, source);
  workshop.parsed.set(key, expression);
  return expression;
}

function workshopOf(data: JsonSchema): Workshop {
  let workshop = workshops.get(data);
  if (!workshop) {
    const guards = environmentOf(data);
    const recusals = guards.clone().registerVariable({
      name: 'voter',
      schema: {
        ...{ ref: 'string', owns: 'list<string>' },
        ...{ department: 'string', leads: 'list<string>' },
      },
    });
    workshop = { guards: guards.clone(), recusals, parsed: new Map() };
    workshops.set(data, workshop);
  }
  return workshop;
}

function environmentOf(data: JsonSchema): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: false,
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: LIMITS,
  });
  addNumbers(environment);
  const fields = fieldTypes(data as SchemaNode);
  return (
    environment
      .registerVariable({ name: 'data', schema: fields })
      .registerVariable({
        name: 'instance',
        schema: {
          key: 'string',
          createdBy: 'string',
          state: 'string',
          version: 'double',
        },
      })
      .registerVariable({
        name: 'actor',
        schema: { ref: 'string', roles: 'list<string>' },
      })
      // Which states there are is checked by a rule of the linter.
      .registerVariable('approval', 'dyn')
      .registerVariable('now', 'google.protobuf.Timestamp')
  );
}

/** Numbers of the data are doubles; whole numbers may be written beside them. */
function addNumbers(environment: Environment) {
  const operators: { [sign: string]: (a: number, b: number) => number } = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
  };
  type Numeric = number | bigint;
  for (const [sign, calculate] of Object.entries(operators)) {
    const handler = (a: Numeric, b: Numeric) => calculate(Number(a), Number(b));
    environment.registerOperator(`double ${sign} int`, handler);
    environment.registerOperator(`int ${sign} double`, handler);
  }
  environment.registerOperator(
    'double == int',
    (a: Numeric, b: Numeric) => Number(a) === Number(b),
  );
}

function fieldTypes(schema: SchemaNode): ObjectSchema {
  const types: ObjectSchema = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    types[name] = fieldType(field);
  }
  return types;
}

const SIMPLE_TYPES: { [type: string]: string } = {
  string: 'string',
  number: 'double',
  integer: 'double',
  boolean: 'bool',
};

function fieldType(field: SchemaNode): string | ObjectSchema {
  if (field.type === 'object' && field.properties) {
    return fieldTypes(field);
  }
  if (field.type === 'array') {
    const of = SIMPLE_TYPES[String(field.items?.type)] ?? 'dyn';
    return `list<${of}>`;
  }
  return SIMPLE_TYPES[String(field.type)] ?? 'dyn';
}

function build(environment: Environment, source: string): Expression {
  const reads = {
    variables: new Set<string>(),
    fields: new Set<string>(),
    needed: new Set<string>(),
    approvals: [] as Expression['approvals'],
    functions: [] as string[],
  };
  let program: ParseResult;
  try {
    program = environment.parse(source);
  } catch (error) {
    return { ...reads, ...broken('syntax', error) };
  }
  collect(program.ast, reads);
  const checked = program.check();
  if (!checked.valid) {
    const unknown = checked.error?.code === 'unknown_variable';
    const code = unknown ? 'unknown-variable' : 'type';
    return { ...reads, ...broken(code, checked.error) };
  }
  const evaluate = (scope: Scope) => run(program, reads.variables, scope);
  return { ...reads, type: checked.type, evaluate };
}

function broken(
  code: 'syntax' | 'type' | 'unknown-variable',
  error: unknown,
): Pick<Expression, 'problem' | 'evaluate'> {
  const text = summaryOf(error);
  return {
    problem: { code, text },
    evaluate: () => ({ error: text, missing: false }),
  };
}

function summaryOf(error: unknown): string {
  const { summary, message } = error as { summary?: string; message?: string };
  return (summary ?? message ?? String(error)).split('\n')[0].slice(0, 200);
}

function run(
  program: ParseResult,
  variables: Set<string>,
  scope: Scope,
): Answer {
  try {
    return { value: toJson(program(valuesOf(variables, scope))) };
  } catch (error) {
    const missing = (error as { code?: string }).code === 'no_such_key';
    return { error: summaryOf(error), missing };
  }
}

/** Of a scope only what is read, because the rest may have to be worked out. */
function valuesOf(variables: Set<string>, scope: Scope) {
  const names = Object.keys(scope) as (keyof Scope)[];
  return Object.fromEntries(
    names.filter(name => variables.has(name)).map(name => [name, scope[name]]),
  );
}

/** CEL's whole numbers, times and maps as JSON knows them. */
function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (Array.isArray(value)) {
    return value.map(toJson);
  }
  if (value instanceof Map) {
    const entries = [...value].map(([key, of]) => [String(key), toJson(of)]);
    return Object.fromEntries(entries);
  }
  return value;
}

type Reads = Pick<
  Expression,
  'variables' | 'fields' | 'needed' | 'approvals' | 'functions'
>;

function collect(root: ASTNode, reads: Reads) {
  const guarded = new Set<string>();
  walk(root, node => {
    if (node.op === 'id') {
      reads.variables.add(node.args);
    }
    if (node.op === 'call' || node.op === 'rcall') {
      reads.functions.push(node.args[0]);
    }
    const approval = approvalOf(node);
    if (approval) {
      reads.approvals.push(approval);
    }
    const field = fieldOf(node);
    if (field) {
      reads.fields.add(field);
      reads.needed.add(field);
    }
    if (node.op === 'call' && node.args[0] === 'has') {
      guarded.add(fieldOf(node.args[1][0]) ?? '');
    }
    if (node.op === '.?' || node.op === '[?]') {
      guarded.add(fieldOf(node) ?? '');
    }
  });
  guarded.forEach(field => reads.needed.delete(field));
}

function fieldOf(node: ASTNode): string | undefined {
  const { target, name } = accessOf(node) ?? {};
  return target && isVariable(target, 'data') ? name : undefined;
}

/** Of `approval.<state>.<word>`. */
function approvalOf(node: ASTNode): Expression['approvals'][0] | undefined {
  const { target, name: word } = accessOf(node) ?? {};
  const inner = target && accessOf(target);
  return word && inner?.name && isVariable(inner.target, 'approval')
    ? { state: inner.name, word }
    : undefined;
}

function isVariable(node: ASTNode, name: string): boolean {
  return node.op === 'id' && node.args === name;
}

/** What is read of what; the name is known unless it is worked out. */
function accessOf(
  node: ASTNode,
): { target: ASTNode; name?: string } | undefined {
  if (!['.', '.?', '[]', '[?]'].includes(node.op)) {
    return undefined;
  }
  const [target, name] = node.args as [ASTNode, ASTNode | string];
  if (typeof name === 'string') {
    return { target, name };
  }
  return { target, ...(name.op === 'value' && { name: String(name.args) }) };
}

function walk(node: ASTNode, visit: (node: ASTNode) => void) {
  visit(node);
  for (const child of nodesIn(node.args)) {
    walk(child, visit);
  }
}

function nodesIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) {
    return args.flatMap(nodesIn);
  }
  const isNode = typeof args === 'object' && args !== null && 'op' in args;
  return isNode ? [args as ASTNode] : [];
}
