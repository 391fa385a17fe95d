import { posix } from 'path';

/**
 * The folder under which a page is served, from the site's root: `''` for
 * `index.md`, `a/b/` for `a/b.md` and for `a/b/index.md`. A `README.md` stands
 * in for a missing index.
 *
 * @internal
 */
export function pageAddress(path: string, all: ReadonlySet<string>): string {
  const folder = posix.join(posix.dirname(path), '/').replace(/^\.\//, '');
  const stem = posix.basename(path, '.md');
  const isIndex =
    stem === 'index' || (stem === 'README' && !all.has(`${folder}index.md`));
  return isIndex ? folder : `${folder}${stem}/`;
}

/**
 * The relative link from a page to another place of its site, percent-encoded.
 *
 * @internal
 */
export function hrefBetween(fromAddress: string, to: string): string {
  const up = '../'.repeat(fromAddress.split('/').length - 1);
  return up + encodedPath(to) || './';
}

/**
 * A path as it stands in an address.
 *
 * @internal
 */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The id of a heading. It is percent-encoded because TechDocs compares it with
 * the encoded address bar. A bare word such as `images` gets a dash, because
 * the browser's sanitizer drops ids that are also properties of a document.
 *
 * @internal
 */
export function anchorOf(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s+/g, '-');
  return encodeURIComponent(/^[a-z]+$/.test(slug) ? `${slug}-` : slug);
}

/**
 * Decodes what can be decoded, and leaves the rest as it is.
 *
 * @internal
 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
