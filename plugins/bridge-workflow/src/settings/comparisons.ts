import { ASTNode, parse } from '@marcbachmann/cel-js';

/** A value that a condition compares a field with. @internal */
export interface Comparison {
  field: string;
  /** Whether the number of entries of a list is compared. */
  counts: boolean;
  operator: string;
  value: number | string;
  /** Whether the condition writes the number with decimals. */
  decimals: boolean;
  /** Where the value stands in the text of the condition. */
  start: number;
  end: number;
}

const TURNED: { [operator: string]: string } = {
  ...{ '==': '==', '!=': '!=' },
  ...{ '<': '>', '>': '<', '<=': '>=', '>=': '<=' },
};

/**
 * The comparisons of fields with figures and words in a condition, in their
 * order. A condition that cannot be read has none.
 *
 * @internal
 */
export function comparisonsIn(source: string): Comparison[] {
  try {
    return nodesOf(parse(source).ast)
      .flatMap(comparisonOf)
      .sort((a, b) => a.start - b.start);
  } catch {
    return [];
  }
}

/**
 * The condition with other values in some of its comparisons.
 *
 * @param values - by the place of the comparison
 * @internal
 */
export function withValues(
  source: string,
  values: Map<number, number | string>,
): string {
  let text = source;
  const places = comparisonsIn(source).map((one, place) => ({ one, place }));
  for (const { one, place } of places.reverse()) {
    const value = values.get(place);
    if (value !== undefined) {
      const written = writtenValue(value, one.decimals);
      text = text.slice(0, one.start) + written + text.slice(one.end);
    }
  }
  return text;
}

function writtenValue(value: number | string, decimals: boolean): string {
  if (typeof value === 'string') {
    return `'${value.replace(/[\\']/g, '\\$&')}'`;
  }
  return decimals && Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function comparisonOf(node: ASTNode): Comparison[] {
  const turned = TURNED[node.op];
  if (!turned) {
    return [];
  }
  const [left, right] = node.args as [ASTNode, ASTNode];
  return [
    ...comparing(left, node.op, right),
    ...comparing(right, turned, left),
  ];
}

function comparing(
  subject: ASTNode,
  operator: string,
  literal: ASTNode,
): Comparison[] {
  const { start, end } = literal;
  const counted = countedIn(subject);
  const field = fieldOf(counted ?? subject);
  const value = valueOf(literal);
  if (field === undefined || value === undefined) {
    return [];
  }
  const decimals = typeof literal.args === 'number';
  const counts = counted !== undefined;
  return [{ field, counts, operator, value, decimals, start, end }];
}

function valueOf({ op, args }: ASTNode): number | string | undefined {
  if (op !== 'value') {
    return undefined;
  }
  return typeof args === 'bigint' || typeof args === 'number'
    ? Number(args)
    : textOf(args);
}

function textOf(args: unknown): string | undefined {
  return typeof args === 'string' ? args : undefined;
}

function countedIn({ op, args }: ASTNode): ASTNode | undefined {
  const [name, of] = Array.isArray(args) ? args : [];
  return op === 'call' && name === 'size' ? (of as ASTNode[])[0] : undefined;
}

function fieldOf({ op, args }: ASTNode): string | undefined {
  const [target, name] = Array.isArray(args) ? args : [];
  const { op: kind, args: variable } = (target ?? {}) as ASTNode;
  return op === '.' && kind === 'id' && variable === 'data'
    ? String(name)
    : undefined;
}

function nodesOf(node: ASTNode): ASTNode[] {
  return [node, ...childrenIn(node.args)];
}

function childrenIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) {
    return args.flatMap(childrenIn);
  }
  const isNode = typeof args === 'object' && args !== null && 'op' in args;
  return isNode ? nodesOf(args as ASTNode) : [];
}
