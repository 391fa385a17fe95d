import hljs from 'highlight.js';
import MarkdownIt, { Token } from 'markdown-it';
import { runWithin } from './runWithin';

/** Milliseconds for the colours of one page, many times what they need. */
const PATIENCE = 100;

/**
 * Draws code in the colours of the language that its author names; no language
 * is guessed. The patterns of many languages take time that grows with the
 * square of a hostile text, so what is not coloured in time stays plain.
 *
 * @internal
 */
export function codeBlocks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('colours', ({ tokens }) => {
    const blocks = tokens.filter(token => hljs.getLanguage(languageOf(token)));
    // Languages prepare themselves at first use, which must not be cut off.
    blocks.forEach(block => colours('', languageOf(block)));
    if (blocks.length > 0) {
      runWithin(PATIENCE, () =>
        blocks.forEach(block => {
          block.meta = colours(block.content, languageOf(block));
        }),
      );
    }
  });
  const draw = ({ content, meta }: Token) =>
    '<div class="highlight"><pre><code tabindex="0">' +
    `${meta ?? markdown.utils.escapeHtml(content)}</code></pre></div>\n`;
  markdown.renderer.rules.fence = (tokens, index) => draw(tokens[index]);
  markdown.renderer.rules.code_block = (tokens, index) => draw(tokens[index]);
}

function languageOf({ type, info }: Token): string {
  return (type === 'fence' && /^\s*([\w+#-]+)/.exec(info)?.[1]) || '';
}

function colours(code: string, language: string): string {
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
