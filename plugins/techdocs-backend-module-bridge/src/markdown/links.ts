import MarkdownIt, { StateCore, Token } from 'markdown-it';
import { RenderContext } from './renderContext';

const FOREIGN = /^(https?:)?\/\//i;

/**
 * Leads links and images to where the site has them. A picture on another host
 * becomes a link to it: that host must not learn who reads the page.
 *
 * @internal
 */
export function links(markdown: MarkdownIt): void {
  markdown.core.ruler.push('links', state => {
    for (const token of state.tokens) {
      token.children = token.children && resolveAll(token.children, state);
    }
  });
}

function resolveAll(children: Token[], state: StateCore): Token[] {
  let inLink = false;
  return children.flatMap(token => {
    if (token.type === 'link_open' || token.type === 'link_close') {
      inLink = token.type === 'link_open';
      resolveAttribute(token, 'href', state.env);
    }
    if (token.type !== 'image') {
      return [token];
    }
    const source = token.attrGet('src') ?? '';
    if (FOREIGN.test(source)) {
      return linkTo(source, token, inLink, state);
    }
    resolveAttribute(token, 'src', state.env);
    return [token];
  });
}

function resolveAttribute(
  token: Token,
  name: 'href' | 'src',
  context: RenderContext,
): void {
  const link = token.attrGet(name);
  if (link === null) {
    return;
  }
  const { href, kind } = context.resolve(link);
  token.attrSet(name, href);
  if (kind === 'missing') {
    context.missing.push(link);
  }
  // TechDocs opens a link as a page unless it is a download.
  if (kind === 'file' && name === 'href') {
    token.attrSet('download', '');
  }
}

function linkTo(
  source: string,
  image: Token,
  inLink: boolean,
  state: StateCore,
): Token[] {
  const text = new state.Token('text', '', 0);
  text.content = image.content || source;
  if (inLink) {
    return [text];
  }
  const open = new state.Token('link_open', 'a', 1);
  open.attrSet('href', source);
  return [open, text, new state.Token('link_close', 'a', -1)];
}
