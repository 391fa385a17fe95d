import { promises as fs } from 'fs';
import { dirname, join } from 'path';

/**
 * The folder that is published; it remembers what was put into it.
 *
 * @internal
 */
export class SiteOutput {
  private readonly files: string[] = [];

  constructor(private readonly folder: string) {}

  async write(path: string, content: string): Promise<void> {
    await fs.writeFile(await this.prepare(path), content);
  }

  async copy(from: string, path: string): Promise<void> {
    await fs.copyFile(from, await this.prepare(path));
  }

  /** Written last: TechDocs refreshes its cache by this list of files. */
  async writeMetadata(metadata: object): Promise<void> {
    const path = 'techdocs_metadata.json';
    const files = [...this.files, path];
    const build = { build_timestamp: Date.now(), files };
    await this.write(path, JSON.stringify({ ...metadata, ...build }));
  }

  private async prepare(path: string): Promise<string> {
    const target = join(this.folder, path);
    await fs.mkdir(dirname(target), { recursive: true });
    this.files.push(path);
    return target;
  }
}
