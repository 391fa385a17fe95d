import { Heading } from '../markdown/renderContext';
import { hrefBetween } from './addresses';
import { escapeHtml } from './escapeHtml';
import { NavigationEntry, pagesInOrder } from './navigation';
import { Words } from './words';

/** The page from which a navigation is seen. @internal */
export interface Viewpoint {
  /** The path of the page. */
  page: string;
  /** The address of every page, by its path. */
  addresses: ReadonlyMap<string, string>;
}

/**
 * The list of a navigation. The names of classes and the attributes are those
 * that the reader of TechDocs and its addons look for; so are the ids, which
 * it uses as CSS selectors.
 *
 * @internal
 */
export function navigationHtml(
  entries: NavigationEntry[],
  view: Viewpoint,
  id = '__nav',
): string {
  const items = entries.map((entry, index) => {
    if ('entries' in entry) {
      return groupHtml(entry, view, `${id}_${index + 1}`);
    }
    return 'page' in entry
      ? pageEntryHtml(entry, view)
      : itemHtml('', linkHtml(entry.href, entry.title));
  });
  return `<ul class="md-nav__list">${items.join('')}</ul>`;
}

/**
 * The list of a page's headings of levels 2 and 3, if it has any.
 *
 * @internal
 */
export function contentsHtml(headings: Heading[], words: Words): string {
  const items = headings
    .filter(({ level }) => level === 2 || level === 3)
    .map(({ level, id, text }) =>
      itemHtml(` md-nav__item--level-${level}`, linkHtml(`#${id}`, text)),
    );
  return items.length > 0
    ? `<label class="md-nav__title">${words.contents}</label>` +
        `<ul class="md-nav__list" data-md-component="toc">${items.join(
          '',
        )}</ul>`
    : '';
}

function groupHtml(
  { title, entries }: { title: string; entries: NavigationEntry[] },
  view: Viewpoint,
  id: string,
): string {
  const active = pagesInOrder(entries).includes(view.page);
  const label = escapeHtml(title);
  return itemHtml(
    ` md-nav__item--nested${active ? ' md-nav__item--active' : ''}`,
    `<input class="md-nav__toggle md-toggle" type="checkbox" id="${id}">` +
      `<label class="md-nav__link" for="${id}"><span class="md-ellipsis">${label}</span>` +
      '<span class="md-nav__icon"></span></label>' +
      `<nav class="md-nav" aria-label="${label}">${navigationHtml(
        entries,
        view,
        id,
      )}</nav>`,
  );
}

function pageEntryHtml(
  { title, page }: { title: string; page: string },
  { page: current, addresses }: Viewpoint,
): string {
  const href = hrefBetween(
    addresses.get(current) ?? '',
    addresses.get(page) ?? '',
  );
  const isCurrent = page === current;
  return itemHtml(
    isCurrent ? ' md-nav__item--active' : '',
    linkHtml(href, title, isCurrent),
  );
}

function itemHtml(classes: string, content: string): string {
  return `<li class="md-nav__item${classes}">${content}</li>`;
}

function linkHtml(href: string, title: string, isCurrent = false): string {
  const attributes = isCurrent
    ? 'class="md-nav__link md-nav__link--active" aria-current="page"'
    : 'class="md-nav__link"';
  return (
    `<a ${attributes} href="${escapeHtml(href)}">` +
    `<span class="md-ellipsis">${escapeHtml(title)}</span></a>`
  );
}
