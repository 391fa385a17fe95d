import MarkdownIt, { StateBlock } from 'markdown-it';
import { AdmonitionKind, Words } from '../site/words';

const OPENING = /^(!!!|\?\?\?\+?) +([a-z]+)(?: +["“]([^"“”]*)["”])? *$/i;
const INDENT = 4;

interface Opening {
  collapsible: boolean;
  open: boolean;
  kind: AdmonitionKind;
  title: string;
}

/**
 * Boxes as mkdocs writes them: `!!! note "title"`, or `??? note` for one that
 * unfolds, followed by indented lines.
 *
 * @internal
 */
export function admonitions(markdown: MarkdownIt, words: Words): void {
  markdown.block.ruler.before(
    'fence',
    'admonition',
    (state, startLine, endLine, silent) => {
      const opening = readOpening(state, startLine, words);
      if (opening && !silent) {
        const nextLine = lineAfter(state, startLine, endLine);
        writeBox(state, opening, startLine, nextLine);
      }
      return opening !== undefined;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function readOpening(
  state: StateBlock,
  line: number,
  words: Words,
): Opening | undefined {
  const text = state.src.slice(
    state.bMarks[line] + state.tShift[line],
    state.eMarks[line],
  );
  const match = OPENING.exec(text);
  if (!match || state.sCount[line] - state.blkIndent >= INDENT) {
    return undefined;
  }
  const [, mark, name, title] = match;
  const known = Object.hasOwn(words.admonition, name.toLowerCase());
  const kind = known ? (name.toLowerCase() as AdmonitionKind) : 'note';
  return {
    collapsible: mark.startsWith('?'),
    open: mark.endsWith('+'),
    kind,
    title: title ?? (known ? words.admonition[kind] : name),
  };
}

/** The first line that is neither blank nor indented enough. */
function lineAfter(state: StateBlock, start: number, end: number): number {
  let line = start + 1;
  while (
    line < end &&
    (state.isEmpty(line) || state.sCount[line] - state.blkIndent >= INDENT)
  ) {
    line++;
  }
  return line;
}

function writeBox(
  state: StateBlock,
  { collapsible, open, kind, title }: Opening,
  startLine: number,
  nextLine: number,
): void {
  const box = collapsible ? 'details' : 'div';
  const opening = state.push('admonition_open', box, 1);
  opening.attrSet('class', collapsible ? kind : `admonition ${kind}`);
  if (open) {
    opening.attrSet('open', '');
  }
  opening.map = [startLine, nextLine];
  writeTitle(state, collapsible, title);
  const { lineMax, parentType } = state;
  state.lineMax = nextLine;
  state.blkIndent += INDENT;
  state.md.block.tokenize(state, startLine + 1, nextLine);
  state.blkIndent -= INDENT;
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.line = nextLine;
  state.push('admonition_close', box, -1);
}

function writeTitle(
  state: StateBlock,
  collapsible: boolean,
  title: string,
): void {
  if (!title && !collapsible) {
    return;
  }
  const tag = collapsible ? 'summary' : 'p';
  const opening = state.push('admonition_title_open', tag, 1);
  if (!collapsible) {
    opening.attrSet('class', 'admonition-title');
  }
  const content = state.push('inline', '', 0);
  content.content = title;
  content.children = [];
  state.push('admonition_title_close', tag, -1);
}
