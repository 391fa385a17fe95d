import MarkdownIt from 'markdown-it';
import { anchorOf } from '../site/addresses';
import { plainText } from './plainText';
import { RenderContext } from './renderContext';
import { Words } from '../site/words';

/**
 * Gives each heading an id and a link to itself, and lists it for the table of
 * contents.
 *
 * @internal
 */
export function headings(markdown: MarkdownIt, words: Words): void {
  const title = markdown.utils.escapeHtml(words.permalink);
  markdown.core.ruler.push('headings', ({ tokens, env, Token }) => {
    const found = (env as RenderContext).headings;
    const idFor = idGiver();
    tokens.forEach((opening, index) => {
      if (opening.type !== 'heading_open') {
        return;
      }
      const content = tokens[index + 1];
      const text = plainText([content]);
      const id = idFor(anchorOf(text) || 'section-');
      opening.attrSet('id', id);
      found.push({ level: Number(opening.tag.slice(1)), id, text });
      const link = new Token('html_inline', '', 0);
      link.content = `<a class="headerlink" href="#${id}" title="${title}">¶</a>`;
      content.children?.push(link);
    });
  });
}

/** A second heading of the same words gets `_1`, the next one `_2`. */
function idGiver(): (wish: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return wish => {
    let count = counts.get(wish) ?? 0;
    let id = count ? `${wish}_${count}` : wish;
    while (taken.has(id)) {
      count++;
      id = `${wish}_${count}`;
    }
    counts.set(wish, count);
    taken.add(id);
    return id;
  };
}
