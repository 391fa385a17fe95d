import { Article } from '../markdown/articleRenderer';
import { encodedPath } from './addresses';
import { Site } from './pageHtml';

/** What Backstage's search reads of a site. @internal */
export interface SearchIndex {
  docs: { location: string; title: string; text: string }[];
}

/**
 * One entry a page, so that a question whose words stand in different sections
 * still finds it.
 *
 * @internal
 */
export function searchIndex(
  articles: ReadonlyMap<string, Article>,
  { addresses, titles }: Pick<Site, 'addresses' | 'titles'>,
): SearchIndex {
  const docs = [...articles].map(([path, { text }]) => ({
    location: encodedPath(addresses.get(path) ?? ''),
    title: titles.get(path) ?? '',
    text,
  }));
  return { docs };
}
