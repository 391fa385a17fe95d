import MarkdownIt from 'markdown-it';
import { admonitions } from './admonitions';
import { codeBlocks } from './codeBlocks';
import { headings } from './headings';
import { links } from './links';
import { plainText } from './plainText';
import { Heading, RenderContext } from './renderContext';
import { LinkTarget } from '../site/resolveLink';
import { taskLists } from './taskLists';
import { Words } from '../site/words';

/** A page of Markdown as HTML, and what the rest of the site needs of it. @internal */
export interface Article {
  html: string;
  /** The first heading of level 1. */
  title?: string;
  headings: Heading[];
  /** All words without any mark, for search. */
  text: string;
  /** Links that lead nowhere, as they were written. */
  missing: string[];
}

/**
 * Makes a function that renders Markdown. HTML in the Markdown is shown as
 * text, so no author can bring scripts, styles or frames into a page.
 *
 * @internal
 */
export function articleRenderer(
  words: Words,
): (source: string, resolve: (link: string) => LinkTarget) => Article {
  const markdown = new MarkdownIt({ html: false })
    .use(admonitions, words)
    .use(codeBlocks)
    .use(taskLists, words)
    .use(links)
    .use(headings, words);
  markdown.renderer.rules.table_open = () =>
    '<div class="md-typeset__scrollwrap" tabindex="0"><table>\n';
  markdown.renderer.rules.table_close = () => '</table></div>\n';

  return (source, resolve) => {
    const context: RenderContext = {
      resolve,
      headings: [],
      missing: [],
    };
    const tokens = markdown.parse(source, context);
    return {
      html: markdown.renderer.render(tokens, markdown.options, context),
      title: context.headings.find(({ level }) => level === 1)?.text,
      headings: context.headings,
      text: plainText(tokens),
      missing: context.missing,
    };
  };
}
