import { Dirent, promises as fs } from 'fs';
import { extname, join } from 'path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { parseSiteConfig, SiteConfig } from './siteConfig';

/**
 * What may be copied into a site as it is. Pages, styles and data of TechDocs
 * are not among them, so no author can put one in the place of ours.
 */
const COPIED = new Set(
  (
    '.png .jpg .jpeg .gif .webp .avif .bmp .ico .svg .mp4 .webm .mp3 ' +
    '.pdf .txt .csv .doc .docx .xls .xlsx .ppt .pptx .zip'
  ).split(' '),
);

/** The documents of a site as they lie in a folder. @internal */
export interface SiteSource {
  config: SiteConfig;
  /** The folder that the paths below start from. */
  folder: string;
  /** Markdown files. */
  pages: string[];
  /** Images and other files that are copied. */
  files: string[];
  /** Files of other types, which are left out. */
  ignored: string[];
}

/**
 * Looks at the documents in a folder. A symbolic link anywhere, or a `docs_dir`
 * outside of the folder, is refused: they would publish files of the server.
 *
 * @internal
 */
export async function readSource(inputFolder: string): Promise<SiteSource> {
  const config = parseSiteConfig(await readConfigFile(inputFolder));
  const folder = await openDocsFolder(inputFolder, config.docsFolder);
  const paths = await listFiles(folder, '');
  const pages = paths.filter(path => path.endsWith('.md'));
  if (!pages.includes('index.md') && !pages.includes('README.md')) {
    throw new InputError(
      `The documents need a first page, ${config.docsFolder}/index.md`,
    );
  }
  const others = paths.filter(path => !path.endsWith('.md'));
  const isCopied = (path: string) => COPIED.has(extname(path).toLowerCase());
  return {
    config,
    folder,
    pages,
    files: others.filter(isCopied),
    ignored: others.filter(path => !isCopied(path)),
  };
}

async function readConfigFile(folder: string): Promise<string> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const file = entries.find(({ name }) => /^mkdocs\.ya?ml$/.test(name));
  if (!file) {
    return '';
  }
  refuseLink(file, file.name);
  return fs.readFile(join(folder, file.name), 'utf8');
}

async function openDocsFolder(input: string, name: string): Promise<string> {
  const folder = resolveSafeChildPath(await fs.realpath(input), name);
  const real = await fs.realpath(folder).catch(() => undefined);
  if (real === undefined) {
    throw new InputError(`There is no folder ${name} with the documents`);
  }
  if (real !== folder) {
    throw new NotAllowedError(`The folder ${name} is a symbolic link`);
  }
  return folder;
}

/** All files below a folder but hidden ones, as paths from `prefix` on. */
async function listFiles(root: string, prefix: string): Promise<string[]> {
  const folder = join(root, prefix);
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const lists = visible.map(async entry => {
    const path = prefix + entry.name;
    refuseLink(entry, path);
    if (entry.isDirectory()) {
      return listFiles(root, `${path}/`);
    }
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

function refuseLink(entry: Dirent, path: string): void {
  if (entry.isSymbolicLink()) {
    throw new NotAllowedError(
      `${path} is a symbolic link; documents must be files of their own`,
    );
  }
}
