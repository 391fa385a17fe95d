import { ASTNode, parse } from '@marcbachmann/cel-js';

/** A figure, a word, or some words. @internal */
export type ComparedValue = number | string | string[];

/** A value that a condition compares a field with. @internal */
export interface Comparison {
  field: string;
  /** Whether the number of entries of a list is compared. */
  counts: boolean;
  operator: string;
  /** Several where the field may have any of them. */
  value: ComparedValue;
  /** Whether the condition writes the number with decimals. */
  decimals: boolean;
  /**
   * Where the value stands in the text of the condition; the whole comparison
   * where it names values of which the field must have one.
   */
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
  values: ReadonlyMap<number, ComparedValue>,
): string {
  let text = source;
  const places = comparisonsIn(source).map((one, place) => ({ one, place }));
  for (const { one, place } of places.reverse()) {
    const value = values.get(place);
    if (value !== undefined && !isSame(value, one.value)) {
      const written = isAmong(one)
        ? writtenChoice(one, [value].flat().map(String))
        : writtenValue(value, one.decimals);
      text = text.slice(0, one.start) + written + text.slice(one.end);
    }
  }
  return text;
}

/** Whether it asks for one of some words, be it only one. @internal */
export function isAmong({ operator, value, counts }: Comparison): boolean {
  const isWord = operator === '==' && typeof value === 'string';
  return !counts && (operator === 'in' || isWord);
}

function isSame(value: ComparedValue, before: ComparedValue): boolean {
  return [value].flat().join('\n') === [before].flat().join('\n');
}

function writtenChoice({ field }: Comparison, words: string[]): string {
  const [first, ...others] = words.map(word => writtenValue(word, false));
  return first !== undefined && others.length === 0
    ? `data.${field} == ${first}`
    : `data.${field} in [${[first, ...others].join(', ')}]`;
}

function writtenValue(value: ComparedValue, decimals: boolean): string {
  if (typeof value === 'number') {
    return decimals && Number.isInteger(value)
      ? value.toFixed(1)
      : String(value);
  }
  return `'${String(value).replace(/[\\']/g, '\\$&')}'`;
}

function comparisonOf(node: ASTNode): Comparison[] {
  if (node.op === 'in') {
    const [subject, list] = node.args;
    return comparing(subject, 'in', list).map(one => within(one, node));
  }
  const turned = TURNED[node.op];
  if (!turned) {
    return [];
  }
  const [left, right] = node.args as [ASTNode, ASTNode];
  return [
    ...comparing(left, node.op, right),
    ...comparing(right, turned, left),
  ].map(one => (isAmong(one) ? within(one, node) : one));
}

function within(one: Comparison, { start, end }: ASTNode): Comparison {
  return { ...one, start, end };
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

function valueOf({ op, args }: ASTNode): ComparedValue | undefined {
  if (op === 'list') {
    const words = args.map(valueOf);
    return words.every(word => typeof word === 'string') ? words : undefined;
  }
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

/** The field that a part of a condition is. @internal */
export function fieldOf({ op, args }: ASTNode): string | undefined {
  const [target, name] = Array.isArray(args) ? args : [];
  const { op: kind, args: variable } = (target ?? {}) as ASTNode;
  return op === '.' && kind === 'id' && variable === 'data'
    ? String(name)
    : undefined;
}

/** A part of a condition and all that is within it. @internal */
export function nodesOf(node: ASTNode): ASTNode[] {
  return [node, ...childrenIn(node.args)];
}

function childrenIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) {
    return args.flatMap(childrenIn);
  }
  const isNode = typeof args === 'object' && args !== null && 'op' in args;
  return isNode ? nodesOf(args as ASTNode) : [];
}
