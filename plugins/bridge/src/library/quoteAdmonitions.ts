const OPENING =
  /^ {0,3}(?:!!!|\?\?\?\+?) +([a-z]+)(?: +["“]([^"“”]*)["”])? *$/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;

/**
 * Boxes such as `!!! warning "Stop"` as quotations with a bold first line, for
 * a renderer that does not know boxes. Code stays as it is.
 *
 * @param titleOf - what a kind of box is called where the text does not say
 * @internal
 */
export function quoteAdmonitions(
  markdown: string,
  titleOf: (kind: string) => string,
): string {
  const lines = markdown.split(/\r?\n/);
  const quoted: string[] = [];
  let fence: string | undefined;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index++];
    const opening = fence ? null : OPENING.exec(line);
    if (opening) {
      const inside = linesInside(lines, index);
      index += inside.length;
      const [, kind, title = titleOf(kind.toLowerCase())] = opening;
      const text = quoteAdmonitions(inside.map(outdent).join('\n'), titleOf);
      quoted.push(...quotationOf(title, text.trimEnd()));
    } else {
      fence = fenceAfter(line, fence);
      quoted.push(line);
    }
  }
  return quoted.join('\n');
}

/** The lines from an index on that are indented, or blank between such. */
function linesInside(lines: readonly string[], from: number): string[] {
  let end = from;
  while (
    end < lines.length &&
    (!lines[end].trim() || INDENTED.test(lines[end]))
  ) {
    end++;
  }
  return lines.slice(from, end);
}

function outdent(line: string): string {
  return line.replace(INDENTED, '');
}

function quotationOf(title: string, text: string): string[] {
  const lines = [...(title ? [`**${title}**`, ''] : []), ...text.split('\n')];
  // A blank line ends the quotation, so that what follows stays outside.
  return [...lines.map(line => `> ${line}`.trimEnd()), ''];
}

function fenceAfter(line: string, open: string | undefined) {
  const mark = FENCE.exec(line)?.[1];
  if (!open) {
    return mark;
  }
  return mark?.startsWith(open) ? undefined : open;
}
