import MarkdownIt from 'markdown-it';
import { Words } from '../site/words';

const BOX = /^\[([ xX])\]\s/;

/**
 * Draws list items that begin with `[ ]` or `[x]` as boxes that cannot be
 * ticked.
 *
 * @internal
 */
export function taskLists(markdown: MarkdownIt, words: Words): void {
  markdown.core.ruler.push('task-lists', ({ tokens, Token }) => {
    tokens.forEach((content, index) => {
      const item = tokens[index - 2];
      const [text] = content.children ?? [];
      const box = text?.type === 'text' && BOX.exec(text.content);
      if (item?.type !== 'list_item_open' || !box) {
        return;
      }
      text.content = text.content.slice(box[0].length);
      item.attrJoin('class', 'task-list-item');
      const control = new Token('html_inline', '', 0);
      control.content = boxHtml(box[1] !== ' ', words);
      content.children?.unshift(control);
    });
  });
}

function boxHtml(done: boolean, words: Words): string {
  return (
    '<label class="task-list-control"><input type="checkbox" disabled' +
    `${done ? ' checked' : ''} aria-label="${
      done ? words.done : words.open
    }">` +
    '<span class="task-list-indicator"></span></label> '
  );
}
