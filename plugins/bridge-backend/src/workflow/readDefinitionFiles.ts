import { promises as fs } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { DefinitionFile } from './DefinitionService';
import { NotificationTexts } from './effects/NotifyEffect';

const TEXTS = 'notifications.yaml';

/** The definitions in some folders, by the names of their files. @internal */
export async function readDefinitionFiles(
  folders: string[],
): Promise<DefinitionFile[]> {
  const files: DefinitionFile[] = [];
  for (const folder of folders) {
    const names = await fs.readdir(folder);
    for (const name of names.sort()) {
      if (/\.ya?ml$/.test(name) && name !== TEXTS) {
        const file = join(folder, name);
        files.push({ file, yaml: await fs.readFile(file, 'utf8') });
      }
    }
  }
  return files;
}

/** The texts of notifications in some folders; a later one wins. @internal */
export async function readNotificationTexts(
  folders: string[],
): Promise<NotificationTexts> {
  const texts: NotificationTexts = new Map();
  for (const folder of folders) {
    const yaml = await fs.readFile(join(folder, TEXTS), 'utf8').catch(() => '');
    for (const [name, text] of Object.entries(parse(yaml) ?? {})) {
      texts.set(name, text as { title: { en: string; zh: string } });
    }
  }
  return texts;
}
