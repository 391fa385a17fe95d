import {
  Composer,
  CST,
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
} from 'yaml';
import { Finding, Path } from './problems';
import { yamlText } from './texts/yamlTexts';

/** The longest file that is read, in characters. */
const LARGEST = 300_000;

/** How many times parts of a file may be repeated through aliases. */
const MOST_ALIASES = 100;

/** How far parts of a file may stand inside each other. */
const MOST_LEVELS = 50;

/**
 * How many entries a list or a mapping may have. What follows compares them
 * with each other, so that very many would keep everybody else waiting.
 */
const MOST_ENTRIES = 1_000;

/** A file as plain data, or why it cannot be read. @internal */
export type YamlFile =
  | {
      raw: unknown;
      /** The line of a place, or of the nearest place around it. */
      lineOf(path: Path): number;
    }
  | { finding: Finding; line: number };

/** Reads the YAML of a file, whatever is in it. @internal */
export function readYaml(yaml: string): YamlFile {
  if (yaml.length > LARGEST) {
    const parameters = { maximum: LARGEST };
    return { finding: { rule: 'too-large', path: [], parameters }, line: 1 };
  }
  const lines = new LineCounter();
  const parsed = parse(yaml, lines);
  if ('finding' in parsed) {
    return parsed;
  }
  const documents = compose(parsed.tokens, yaml.length);
  const [document, another] = documents;
  const broken = document.errors[0]?.code ?? (another && 'MULTIPLE_DOCS');
  if (broken) {
    const place = document.errors[0]?.pos[0] ?? another.range[0];
    return { finding: yamlFinding(broken), line: lines.linePos(place).line };
  }
  return asData(document, path => lineIn(document, lines, path));
}

function asData(
  document: Document.Parsed,
  lineOf: (path: Path) => number,
): YamlFile {
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // The parser throws only about aliases, and without a code.
    const unknown = /^Unresolved/.test((error as Error).message);
    const code = unknown ? 'BAD_ALIAS' : 'TOO_MANY_ALIASES';
    return { finding: yamlFinding(code), line: 1 };
  }
  const path = tooDeepPath(raw);
  return path
    ? { finding: tooDeep(path), line: lineOf(path) }
    : { raw, lineOf };
}

function yamlFinding(code: string): Finding {
  return { rule: 'yaml', path: [], parameters: { detail: yamlText(code) } };
}

function tooDeep(path: Path): Finding {
  return { rule: 'too-deep', path, parameters: { maximum: MOST_LEVELS } };
}

function tooLong(): Finding {
  const parameters = { limit: `≤ ${MOST_ENTRIES}` };
  return { rule: 'bad-size', path: [], parameters };
}

// Composing calls itself at each level and compares all keys of a mapping,
// parsing does neither: so a file that is too deep or too long is found out
// before.
function parse(
  yaml: string,
  lines: LineCounter,
): { tokens: CST.Token[] } | { finding: Finding; line: number } {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(yaml)) {
    tokens.push(...parser.next(lexeme));
    const finding = excessOf(parser);
    if (finding) {
      return { finding, line: lines.linePos(parser.offset).line };
    }
  }
  return { tokens: [...tokens, ...parser.end()] };
}

function excessOf({ stack }: Parser): Finding | undefined {
  if (stack.length > MOST_LEVELS) {
    return tooDeep([]);
  }
  const isLong = stack.some(
    token => 'items' in token && token.items.length > MOST_ENTRIES,
  );
  return isLong ? tooLong() : undefined;
}

function compose(tokens: CST.Token[], length: number) {
  const composer = new Composer({ prettyErrors: false, logLevel: 'error' });
  return [...composer.compose(tokens, true, length)];
}

/** Aliases nest as well; one that contains itself has no end. */
function tooDeepPath(raw: unknown): Path | undefined {
  const waiting = [{ value: raw, path: [] as Path, level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, level } = next;
    if (level > MOST_LEVELS) {
      return path;
    }
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        // Where it is can be told from its first steps.
        const inside = level < 4 ? [...path, key] : path;
        waiting.push({ value: child, path: inside, level: level + 1 });
      }
    }
  }
  return undefined;
}

function lineIn(document: Document.Parsed, lines: LineCounter, path: Path) {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    const here = isAlias(node) ? node.resolve(document) : node;
    const next = childOf(here, part);
    if (!next) {
      break;
    }
    offset = next.offset ?? offset;
    node = next.node;
  }
  return lines.linePos(offset).line;
}

function childOf(node: unknown, part: string | number) {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(part),
    );
    const key = pair?.key;
    return pair && isScalar(key)
      ? { node: pair.value, offset: key.range?.[0] }
      : undefined;
  }
  if (isSeq(node)) {
    const item = node.items[Number(part)] as
      | { range?: [number, number, number] }
      | undefined;
    return item && { node: item, offset: item.range?.[0] };
  }
  return undefined;
}
