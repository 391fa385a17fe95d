import { posix } from 'path';
import { anchorOf, decoded, hrefBetween } from './addresses';

/** Where everything of a site stands. @internal */
export interface SiteMap {
  /** The address of each page, by its path in the documents' folder. */
  pages: ReadonlyMap<string, string>;
  /** The paths of the images and other files that are copied as they are. */
  files: ReadonlySet<string>;
}

/** What a link of a page becomes. @internal */
export interface LinkTarget {
  href: string;
  kind: 'page' | 'file' | 'elsewhere' | 'missing';
}

const ELSEWHERE = /^([a-z][a-z\d+.-]*:|\/)/i;

/**
 * Turns a link between Markdown files into one between pages. A path can only
 * lead to what the site map holds, so nothing outside of it is ever named.
 *
 * @internal
 */
export function resolveLink(
  link: string,
  path: string,
  site: SiteMap,
): LinkTarget {
  if (ELSEWHERE.test(link)) {
    return { href: link, kind: 'elsewhere' };
  }
  const [address, fragment] = link.split(/#(.*)/s);
  const [file] = address.split('?');
  const anchor = fragment ? `#${anchorOf(decoded(fragment))}` : '';
  if (!file) {
    return { href: anchor || '#', kind: 'page' };
  }
  const target = posix.join(posix.dirname(path), decoded(file));
  const from = site.pages.get(path) ?? '';
  const page = site.pages.get(target);
  if (page !== undefined) {
    return { href: hrefBetween(from, page) + anchor, kind: 'page' };
  }
  if (site.files.has(target)) {
    // The fragment of a file is not ours: #only-dark names a theme.
    const suffix = fragment ? `#${fragment}` : '';
    return { href: hrefBetween(from, target) + suffix, kind: 'file' };
  }
  return { href: link, kind: 'missing' };
}
