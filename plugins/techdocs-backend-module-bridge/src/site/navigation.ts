import { posix } from 'path';

/** An entry of the site's navigation. @internal */
export type NavigationEntry =
  | { title: string; page: string }
  | { title: string; href: string }
  | { title: string; entries: NavigationEntry[] };

/**
 * The navigation as the `nav` of mkdocs.yml wants it, or else all pages by
 * folder, each folder's index first. Entries that name no page are left out.
 *
 * @param titles - the title of each page, by its path
 * @internal
 */
export function buildNavigation(
  configured: unknown,
  titles: ReadonlyMap<string, string>,
): NavigationEntry[] {
  return Array.isArray(configured)
    ? configured.flatMap(item => readEntry(item, titles))
    : entriesOfFolder('', titles);
}

/**
 * The pages of a navigation in reading order.
 *
 * @internal
 */
export function pagesInOrder(entries: NavigationEntry[]): string[] {
  return entries.flatMap(entry => {
    if ('entries' in entry) {
      return pagesInOrder(entry.entries);
    }
    return 'page' in entry ? [entry.page] : [];
  });
}

function readEntry(
  item: unknown,
  titles: ReadonlyMap<string, string>,
): NavigationEntry[] {
  if (typeof item === 'string') {
    return readTarget(undefined, item, titles);
  }
  return Object.entries(item ?? {}).flatMap(([title, value]) => {
    if (!Array.isArray(value)) {
      return readTarget(title, String(value), titles);
    }
    const entries = value.flatMap(child => readEntry(child, titles));
    return entries.length > 0 ? [{ title, entries }] : [];
  });
}

function readTarget(
  title: string | undefined,
  target: string,
  titles: ReadonlyMap<string, string>,
): NavigationEntry[] {
  if (/^https?:\/\//i.test(target)) {
    return [{ title: title ?? target, href: target }];
  }
  const page = posix.normalize(target);
  const own = titles.get(page);
  return own === undefined ? [] : [{ title: title ?? own, page }];
}

function entriesOfFolder(
  folder: string,
  titles: ReadonlyMap<string, string>,
): NavigationEntry[] {
  const inside = [...titles.keys()].filter(page => page.startsWith(folder));
  const names = inside.map(page => page.slice(folder.length).split('/')[0]);
  return [...new Set(names)].sort(indexFirst).map(name => {
    const page = folder + name;
    const title = titles.get(page);
    return title === undefined
      ? { title: name, entries: entriesOfFolder(`${page}/`, titles) }
      : { title, page };
  });
}

function indexFirst(left: string, right: string): number {
  const rank = (name: string) =>
    ['index.md', 'README.md'].includes(name) ? 0 : 1;
  return rank(left) - rank(right) || left.localeCompare(right, 'zh-u-kn-true');
}
