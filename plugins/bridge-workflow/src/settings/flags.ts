import { ASTNode, parse, serialize } from '@marcbachmann/cel-js';
import { fieldOf, nodesOf } from './comparisons';

/** Which answer to a question with yes or no a condition asks for. @internal */
export type Demand = 'yes' | 'no' | 'any';

/** One of the parts of a condition that must all hold. */
interface Term {
  node: ASTNode;
  /** The field that it asks for alone, and the answer. */
  flag?: { field: string; demand: Demand };
}

const WRITTEN: { [demand in Demand]: (field: string) => string } = {
  yes: field => `data.${field}`,
  no: field => `!data.${field}`,
  any: () => '',
};

/** What a condition says that asks for nothing. */
const ALWAYS = 'true';

/**
 * Which answer a condition asks for, besides all else that it asks for.
 *
 * @returns undefined where it reads the field in another way, or cannot be read
 * @internal
 */
export function demandOf(source: string, field: string): Demand | undefined {
  const terms = termsOf(source);
  const reads = terms
    ?.flatMap(({ node }) => nodesOf(node))
    .filter(node => fieldOf(node) === field);
  const asked = terms?.find(({ flag }) => flag?.field === field);
  if (reads?.length === 0) {
    return 'any';
  }
  return reads?.length === 1 ? asked?.flag?.demand : undefined;
}

/**
 * The condition with another answer to a question asked for; what else it says
 * stays as it is written, unless that would give it another meaning.
 *
 * @internal
 */
export function withDemand(
  source: string,
  field: string,
  demand: Demand,
): string {
  const before = demandOf(source, field);
  const terms = termsOf(source);
  if (!terms || before === undefined || before === demand) {
    return source;
  }
  const found = terms.findIndex(({ flag }) => flag?.field === field);
  const place = found < 0 ? terms.length : found;
  const wanted = terms.map(({ node }) => inChain(node));
  const written = WRITTEN[demand](field);
  wanted.splice(place, 1, written);
  const text = chained(wanted);
  const exact = spliced(source, terms, { place, written });
  return canonical(exact) === text ? exact : text;
}

/** A condition written in the one way in which all that mean the same are. @internal */
export function canonical(source: string): string {
  const terms = termsOf(source);
  return terms ? chained(terms.map(({ node }) => inChain(node))) : source;
}

function chained(terms: string[]): string {
  return terms.filter(Boolean).join(' && ') || ALWAYS;
}

function inChain(node: ASTNode): string {
  const isWeaker = node.op === '||' || node.op === '?:';
  return isWeaker ? `(${serialize(node)})` : serialize(node);
}

/** The text with one term replaced, added behind, or, by nothing, taken out. */
function spliced(
  source: string,
  terms: Term[],
  { place, written }: { place: number; written: string },
): string {
  const [before, own, after] = [-1, 0, 1].map(by => terms[place + by]?.node);
  if (!own) {
    return before ? `${source} && ${written}` : written;
  }
  if (written) {
    return source.slice(0, own.start) + written + source.slice(own.end);
  }
  if (before) {
    return source.slice(0, before.end) + source.slice(own.end);
  }
  return after
    ? source.slice(0, own.start) + source.slice(after.start)
    : ALWAYS;
}

function termsOf(source: string): Term[] | undefined {
  try {
    return termsIn(parse(source).ast);
  } catch {
    return undefined;
  }
}

function termsIn(node: ASTNode): Term[] {
  if (node.op === '&&') {
    return node.args.flatMap(termsIn);
  }
  const isAlways = node.op === 'value' && node.args === true;
  return isAlways ? [] : [{ node, flag: flagOf(node) }];
}

function flagOf(node: ASTNode): Term['flag'] {
  if (node.op === '==') {
    const [subject, { op, args }] = node.args;
    const field = fieldOf(subject);
    const isFlag = field !== undefined && op === 'value';
    return isFlag && typeof args === 'boolean'
      ? { field, demand: args ? 'yes' : 'no' }
      : undefined;
  }
  const negated = node.op === '!_' ? node.args : undefined;
  const field = fieldOf(negated ?? node);
  return field === undefined
    ? undefined
    : { field, demand: negated ? 'no' : 'yes' };
}
