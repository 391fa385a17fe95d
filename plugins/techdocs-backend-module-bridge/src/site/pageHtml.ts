import { Heading } from '../markdown/renderContext';
import { hrefBetween } from './addresses';
import { escapeHtml } from './escapeHtml';
import { NavigationEntry, pagesInOrder } from './navigation';
import { contentsHtml, navigationHtml } from './navigationHtml';
import { Words } from './words';

/** What all pages of a site have in common. @internal */
export interface Site {
  name: string;
  language: string;
  words: Words;
  navigation: NavigationEntry[];
  /** The address and the title of each page, by its path. */
  addresses: ReadonlyMap<string, string>;
  titles: ReadonlyMap<string, string>;
  /** The path of the style sheet. */
  styles: string;
}

/** One page of a site. @internal */
export interface Page {
  path: string;
  title: string;
  /** The article as HTML. */
  html: string;
  headings: Heading[];
}

/**
 * A whole page. Its skeleton is a contract with the reader of TechDocs, which
 * takes it apart by these classes, attributes and this order. There is no `main`
 * element, because the page of the app around it is one.
 *
 * @internal
 */
export function pageHtml(page: Page, site: Site): string {
  const { words } = site;
  const base = site.addresses.get(page.path) ?? '';
  const hasTitle = page.headings.some(({ level }) => level === 1);
  const title = escapeHtml(page.title);
  const view = { page: page.path, addresses: site.addresses };
  return `<!doctype html>
<html lang="${escapeHtml(site.language)}">
<head>
<meta charset="utf-8">
<title>${title} - ${escapeHtml(site.name)}</title>
<link rel="stylesheet" href="${hrefBetween(base, site.styles)}">
</head>
<body>
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">
<label class="md-overlay" for="__drawer"></label>
<header class="md-header"><label class="md-header__button" for="__drawer"></label></header>
<div class="md-container">
<div class="md-main" data-md-component="main">
<div class="md-main__inner md-grid">
${sidebar(
  'primary',
  words.navigation,
  `<label class="md-nav__title" for="__drawer">${escapeHtml(
    site.name,
  )}</label>${navigationHtml(site.navigation, view)}`,
)}
${sidebar('secondary', words.contents, contentsHtml(page.headings, words))}
<div class="md-content" data-md-component="content">
<article class="md-content__inner md-typeset">
${hasTitle ? '' : `<h1>${title}</h1>`}
${page.html}</article>
</div>
</div>
</div>
<footer class="md-footer"><nav class="md-footer__inner">${neighbours(
    page.path,
    site,
  )}</nav></footer>
</div>
</body>
</html>
`;
}

function sidebar(
  side: 'primary' | 'secondary',
  label: string,
  content: string,
): string {
  const type = side === 'primary' ? 'navigation' : 'toc';
  return (
    `<div class="md-sidebar md-sidebar--${side}" data-md-component="sidebar" data-md-type="${type}">` +
    '<div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">' +
    `<nav class="md-nav md-nav--${side}" aria-label="${label}">${content}</nav>` +
    '</div></div></div>'
  );
}

function neighbours(path: string, site: Site): string {
  const order = pagesInOrder(site.navigation);
  const index = order.indexOf(path);
  if (index === -1) {
    return '';
  }
  return (
    neighbour('prev', site.words.previous, order[index - 1], path, site) +
    neighbour('next', site.words.next, order[index + 1], path, site)
  );
}

function neighbour(
  side: 'prev' | 'next',
  label: string,
  target: string | undefined,
  from: string,
  { addresses, titles }: Site,
): string {
  if (target === undefined) {
    return '';
  }
  const href = hrefBetween(
    addresses.get(from) ?? '',
    addresses.get(target) ?? '',
  );
  return (
    `<a class="md-footer__link md-footer__link--${side}" rel="${side}" href="${href}">` +
    `<span class="md-footer__title"><span class="md-footer__direction">${label}</span>` +
    `<span class="md-ellipsis">${escapeHtml(
      titles.get(target) ?? '',
    )}</span></span></a>`
  );
}
