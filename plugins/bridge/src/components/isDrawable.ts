/**
 * How often a sign may stand outside of code. Beyond, a Markdown parser needs
 * seconds, or more depth than a browser has: HTML, links, deletions, cells.
 */
const MOST: readonly (readonly [RegExp, number])[] = [
  [/</g, 300],
  [/\[/g, 4000],
  [/~/g, 3000],
  [/\|/g, 6000],
];

const MARK = String.raw`(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))`;

/** Many quotations or lists inside each other, in one line or by indenting. */
const DEEP = new RegExp(`^(?:(?:[ \\t]*${MARK}){13}|[ \\t]{40,}${MARK})`, 'm');

const FENCE = /^(`{3,}|~{3,})(.*)$/;

/**
 * Whether a Markdown text can be drawn in the time and depth that a browser
 * has. What people write always can; a text made to freeze its readers cannot.
 *
 * @internal
 */
export function isDrawable(markdown: string): boolean {
  const text = withoutCode(markdown);
  return (
    !DEEP.test(text) &&
    MOST.every(([sign, most]) => (text.match(sign)?.length ?? 0) <= most)
  );
}

/** The lines outside of code blocks that begin at the left edge. */
function withoutCode(markdown: string): string {
  let open: string | undefined;
  const kept = markdown.split(/\r?\n/).filter(line => {
    const [, fence, rest = ''] = FENCE.exec(line) ?? [];
    if (!fence) {
      return !open;
    }
    if (!open) {
      open = rest.includes('`') ? undefined : fence;
    } else if (fence.startsWith(open) && !rest.trim()) {
      open = undefined;
    }
    return false;
  });
  // Code that does not end counts as text: it may be another parser's text.
  return open ? markdown : kept.join('\n');
}
