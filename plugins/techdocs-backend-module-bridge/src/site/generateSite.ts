import { createHash } from 'crypto';
import { promises as fs } from 'fs';
import { basename, dirname, join } from 'path';
import { InputError } from '@backstage/errors';
import { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import { Article, articleRenderer } from '../markdown/articleRenderer';
import { pageAddress } from './addresses';
import { buildNavigation } from './navigation';
import { pageHtml, Site } from './pageHtml';
import { readSource, SiteSource } from './readSource';
import { resolveLink, SiteMap } from './resolveLink';
import { searchIndex } from './searchIndex';
import { SiteOutput } from './SiteOutput';
import { styles } from './styles';
import { wordsOf } from './words';

/**
 * Builds the documents of `inputDir` into `outputDir`, in the form that
 * TechDocs publishes and its reader expects.
 *
 * @internal
 */
export async function generateSite(
  options: Pick<
    GeneratorRunOptions,
    'inputDir' | 'outputDir' | 'etag' | 'logger' | 'siteOptions'
  >,
): Promise<void> {
  const { inputDir, outputDir, etag, logger, siteOptions } = options;
  const source = await readSource(inputDir);
  const siteMap = mapSite(source);
  const articles = await readArticles(source, siteMap);
  const site = describeSite(source, siteMap, articles, siteOptions?.name);

  const output = new SiteOutput(outputDir);
  await writePages(articles, site, output);
  for (const path of source.files) {
    await output.copy(join(source.folder, path), path);
  }
  await output.writeMetadata({
    site_name: site.name,
    site_description: source.config.description ?? '',
    etag,
  });

  for (const [path, { missing }] of articles) {
    missing.forEach(link => logger.warn(`${path}: ${link} leads nowhere`));
  }
  source.ignored.forEach(path => logger.warn(`${path} is left out`));
  logger.info(`Built ${articles.size} pages of ${site.name}`);
}

function mapSite({ pages, files }: SiteSource): SiteMap {
  const all = new Set(pages);
  const byAddress = new Map<string, string>();
  for (const path of pages) {
    const address = pageAddress(path, all);
    const other = byAddress.get(address);
    if (other !== undefined) {
      throw new InputError(
        `${other} and ${path} would have the same address; rename one of them`,
      );
    }
    byAddress.set(address, path);
  }
  return {
    pages: new Map([...byAddress].map(([address, path]) => [path, address])),
    files: new Set(files),
  };
}

// One page after another, so that a large site leaves room for other requests.
async function readArticles(
  { folder, pages, config }: SiteSource,
  siteMap: SiteMap,
): Promise<Map<string, Article>> {
  const render = articleRenderer(wordsOf(config.language));
  const articles = new Map<string, Article>();
  for (const path of pages) {
    const markdown = await fs.readFile(join(folder, path), 'utf8');
    const article = render(markdown, link => resolveLink(link, path, siteMap));
    articles.set(path, article);
  }
  return articles;
}

function describeSite(
  { config }: SiteSource,
  siteMap: SiteMap,
  articles: ReadonlyMap<string, Article>,
  fallbackName: string | undefined,
): Site {
  const name = config.name ?? fallbackName ?? 'Documentation';
  const titles = new Map(
    [...articles].map(([path, { title }]) => [
      path,
      title ?? titleOfFile(path, name),
    ]),
  );
  return {
    name,
    language: config.language,
    words: wordsOf(config.language),
    navigation: buildNavigation(config.navigation, titles),
    addresses: siteMap.pages,
    titles,
    styles: `assets/stylesheets/main.${hashOf(styles)}.min.css`,
  };
}

/** Of a page without a heading: the name of its file, or of its folder. */
function titleOfFile(path: string, siteName: string): string {
  const stem = basename(path, '.md');
  if (stem !== 'index' && stem !== 'README') {
    return stem;
  }
  const folder = dirname(path);
  return folder === '.' ? siteName : basename(folder);
}

async function writePages(
  articles: ReadonlyMap<string, Article>,
  site: Site,
  output: SiteOutput,
): Promise<void> {
  for (const [path, article] of articles) {
    const page = { ...article, path, title: site.titles.get(path) ?? path };
    const address = site.addresses.get(path) ?? '';
    await output.write(`${address}index.html`, pageHtml(page, site));
  }
  await output.write(site.styles, styles);
  const index = searchIndex(articles, site);
  await output.write('search/search_index.json', JSON.stringify(index));
}

/** Eight hexadecimal digits, without which the reader drops the style sheet. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
